package pairdesk.sandbox.wire.discord.http;

import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One at a time: all state of the local Discord is read and changed inside a turn. Nobody waits for
 * I/O in there.
 */
public final class Turn {
  private final ReentrantLock lock = new ReentrantLock(true);
  private final InstantSource clock;

  public Turn(InstantSource clock) {
    this.clock = clock;
  }

  public InstantSource clock() {
    return clock;
  }

  public void run(Runnable work) {
    take(() -> {
      work.run();
      return true;
    });
  }

  public <T> T take(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
