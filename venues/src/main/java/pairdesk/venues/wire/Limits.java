package pairdesk.venues.wire;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a connection at the last moment of what is done with it, however slowly its bytes come:
 * the limit of a single read would begin anew with each of them.
 */
final class Limits implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Limits.class);

  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("wire-limits").factory());

  Limits() {
    thread.setRemoveOnCancelPolicy(true);
  }

  /**
   * From now on, until it is closed or prevented.
   *
   * @throws IOException when everything is closed already
   */
  Cut cut(SocketChannel channel, Duration limit) throws IOException {
    try {
      return new Cut(channel, limit);
    } catch (RejectedExecutionException e) {
      throw new IOException("closed", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  /** Happens, or is prevented, never both. */
  final class Cut implements AutoCloseable {
    private enum State {
      DUE,
      PREVENTED,
      DONE
    }

    private final SocketChannel channel;
    private final AtomicReference<State> state = new AtomicReference<>(State.DUE);
    private final Future<?> timer;

    private Cut(SocketChannel channel, Duration limit) {
      this.channel = channel;
      this.timer = thread.schedule(this::happen, limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Whether the connection is left as it is. */
    boolean prevented() {
      timer.cancel(false);
      return state.compareAndSet(State.DUE, State.PREVENTED) || state.get() == State.PREVENTED;
    }

    private void happen() {
      if (state.compareAndSet(State.DUE, State.DONE)) {
        try {
          channel.close();
        } catch (IOException e) {
          LOG.atDebug().setCause(e).log("connection not closed");
        }
      }
    }

    @Override
    public void close() {
      prevented();
    }
  }
}
