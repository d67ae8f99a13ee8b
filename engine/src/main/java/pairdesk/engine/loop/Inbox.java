package pairdesk.engine.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import pairdesk.engine.market.Instrument;

/**
 * What waits for the engine. Books go to a slot per instrument, newest wins, so that a busy market
 * never delays an order report. Facts go to a bounded queue, in order, never dropped: when it is
 * full the producer waits.
 */
final class Inbox {
  private final ArrayBlockingQueue<EngineEvent> facts;
  private final ConcurrentHashMap<Instrument, EngineEvent> books = new ConcurrentHashMap<>();
  private final Semaphore bell = new Semaphore(0);

  Inbox(int capacity) {
    this.facts = new ArrayBlockingQueue<>(capacity);
  }

  void book(Instrument instrument, EngineEvent event) {
    if (books.put(instrument, event) == null) {
      bell.release();
    }
  }

  /** Without waiting; false when the queue is full. */
  boolean offer(EngineEvent fact) {
    boolean taken = facts.offer(fact);
    if (taken) {
      bell.release();
    }
    return taken;
  }

  /** Waits for room. */
  void put(EngineEvent fact) throws InterruptedException {
    facts.put(fact);
    bell.release();
  }

  /** Nothing has come since it was asked for last. */
  boolean isEmpty() {
    return bell.availablePermits() == 0;
  }

  /**
   * All due facts in their order, then the changed books in the order of their instruments; empty
   * when nothing comes in time.
   */
  List<EngineEvent> take(Duration patience) throws InterruptedException {
    if (!bell.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      return List.of();
    }
    bell.drainPermits();
    var batch = new ArrayList<EngineEvent>();
    facts.drainTo(batch);
    var changed = new TreeMap<Instrument, EngineEvent>();
    for (Instrument instrument : books.keySet()) {
      EngineEvent newest = books.remove(instrument);
      if (newest != null) {
        changed.put(instrument, newest);
      }
    }
    batch.addAll(changed.values());
    return batch;
  }
}
