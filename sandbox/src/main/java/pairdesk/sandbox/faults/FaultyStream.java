package pairdesk.sandbox.faults;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.VenueId;
import pairdesk.sandbox.faults.StreamFault.CloseSocket;
import pairdesk.sandbox.faults.StreamFault.Corrupt;
import pairdesk.sandbox.faults.StreamFault.Delay;
import pairdesk.sandbox.faults.StreamFault.Drop;
import pairdesk.sandbox.faults.StreamFault.Duplicate;
import pairdesk.sandbox.faults.StreamFault.Edit;
import pairdesk.sandbox.faults.StreamFault.Freeze;
import pairdesk.sandbox.faults.StreamFault.Goodbye;
import pairdesk.sandbox.faults.StreamFault.HalfOpen;
import pairdesk.sandbox.faults.StreamFault.Insert;
import pairdesk.sandbox.faults.StreamFault.Reorder;

/**
 * The outgoing side of one socket: takes messages without blocking, in order, and sends them on a
 * thread of its own, through the faults. A client that does not read is cut off when its queue is
 * full.
 */
public final class FaultyStream implements AutoCloseable {
  private static final int CAPACITY = 20_000;

  private final VenueId venue;
  private final Faults faults;
  private final StreamSink sink;
  private final BlockingQueue<Message> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final Thread writer;
  private @Nullable String held;
  private boolean frozen;

  private record Message(String channel, String type, String text) {}

  public FaultyStream(VenueId venue, Faults faults, StreamSink sink) {
    this.venue = venue;
    this.faults = faults;
    this.sink = sink;
    this.writer = Thread.ofVirtual().name("stream").start(this::write);
  }

  /** Enters a message; never blocks. */
  public void send(String channel, String type, String text) {
    if (!queue.offer(new Message(channel, type, text))) {
      close();
      sink.close();
    }
  }

  private void write() {
    try {
      while (true) {
        play(queue.take());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void play(Message message) throws InterruptedException {
    StreamFault fault =
        faults.concernStreams()
            ? faults.of(venue, message.channel(), message.type(), message.text()).orElse(null)
            : null;
    if (frozen && faults.hasStreamRules()) {
      return;
    }
    frozen = false;
    String text = message.text();
    switch (fault) {
      case null -> pass(text);
      case Drop _ -> {}
      case Delay(var by) -> {
        pause(by);
        pass(text);
      }
      case Duplicate _ -> {
        pass(text);
        pass(text);
      }
      case Reorder _ -> held = text;
      case Edit(var find, var put) ->
          pass(find.matcher(text).replaceAll(Matcher.quoteReplacement(put)));
      case Corrupt _ -> pass(text.substring(0, text.length() / 2));
      case CloseSocket _ -> sink.close();
      case Goodbye(int code, var reason) -> sink.close(code, reason);
      case Insert(var other) -> {
        pass(other);
        pass(text);
      }
      case Freeze _ -> frozen = true;
      case HalfOpen _ -> {
        sink.silence();
        close();
      }
    }
  }

  private static void pause(Duration by) throws InterruptedException {
    Thread.sleep(by);
  }

  private void pass(String text) {
    sink.send(text);
    String late = held;
    if (late != null) {
      held = null;
      sink.send(late);
    }
  }

  @Override
  public void close() {
    writer.interrupt();
  }
}
