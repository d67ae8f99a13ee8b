package pairdesk.bot.rehearsal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.strategy.Strategy;

/**
 * Trades thousands of made gaps before the first real one comes: a JVM that has never sent an order
 * takes many times as long for it as for the thousandth. It uses an engine, clients and keys of its
 * own, whose orders end at a door in this process; no venue hears of it.
 *
 * <p>On a thread of its own, at rest for as long as it works, so that it takes half a core at most
 * beside what the JVM compiles. It ends after so many ticks or so long, whichever comes first, and
 * with what it has: trading does not need it.
 */
public final class Rehearsal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

  /** After so many the whole path is compiled for good. */
  public static final int TICKS = 6_000;

  private static final int PAIRS = 50;
  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final Plan plan;
  private final LongSupplier nanos;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean closed;

  /**
   * What is rehearsed, and how much.
   *
   * @param ticks at most
   * @param limit at most, from the beginning
   * @param strategies the ones that will be asked
   */
  public record Plan(int ticks, Duration limit, List<Strategy> strategies, Hands hands) {
    public Plan {
      strategies = List.copyOf(strategies);
    }
  }

  private Rehearsal(Plan plan, LongSupplier nanos) {
    this.plan = plan;
    this.nanos = nanos;
  }

  /**
   * Begins in the background.
   *
   * @param nanos only goes forward
   */
  public static Rehearsal begin(Plan plan, LongSupplier nanos) {
    var rehearsal = new Rehearsal(plan, nanos);
    Thread.ofPlatform().daemon().name("rehearsal").start(rehearsal::run);
    return rehearsal;
  }

  public boolean isOver() {
    return over.getCount() == 0;
  }

  /** Waits until it is over, at most so long. */
  public void await(Duration limit) throws InterruptedException {
    if (!over.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
      LOG.atInfo().addKeyValue("waited", limit).log("the rehearsal goes on beside the desk");
    }
  }

  private void run() {
    long began = nanos.getAsLong();
    var time = new MadeTime();
    var trade = new PracticeDesk.Trade(PAIRS, plan.strategies());
    try (var door = new OrderDoor();
        var clients = new VenueClients(door, time, false);
        var desk = new PracticeDesk(trade, time, door, clients, plan.hands())) {
      practise(desk, began);
    } catch (IOException | RuntimeException e) { // trading goes on without it, only slower at first
      LOG.atWarn().setCause(e).log("the rehearsal has failed");
    } finally {
      over.countDown();
    }
  }

  private void practise(PracticeDesk desk, long began) {
    long first = 0;
    long last = 0;
    int ticks = 0;
    while (ticks < plan.ticks() && !closed && since(began).compareTo(plan.limit()) < 0) {
      long start = nanos.getAsLong();
      desk.prepare(ticks % PAIRS);
      last = desk.tick(ticks % PAIRS).arrivedNanos();
      first = ticks == 0 ? last : first;
      ticks++;
      LockSupport.parkNanos(nanos.getAsLong() - start);
    }
    LOG.atInfo()
        .addKeyValue("ticks", ticks)
        .addKeyValue("took", since(began))
        .addKeyValue("first", Duration.ofNanos(first))
        .addKeyValue("last", Duration.ofNanos(last))
        .log("rehearsed");
  }

  private Duration since(long began) {
    return Duration.ofNanos(nanos.getAsLong() - began);
  }

  /** Ends it early, and waits until nothing of it runs. */
  @Override
  public void close() {
    closed = true;
    try {
      await(CLOSING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
