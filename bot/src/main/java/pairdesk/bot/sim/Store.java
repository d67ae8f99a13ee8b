package pairdesk.bot.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.journal.IntentStore.Outcome;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.order.OrderIntent;

/**
 * The database as the ports see it: intents commit in a transaction of their own, all other rows in
 * batches behind; commits take time, are refused while it is away, and their answers get lost.
 */
final class Store {
  private static final Duration RETRY = Duration.ofMillis(250);

  private final Timeline time;
  private final Chance chance;
  private final Supplier<Faults> faults;
  private final Tables tables;
  private final Sabotage sabotage;
  private final Sometimes sometimes;
  private Instant awayUntil = Instant.EPOCH;

  Store(
      Timeline time,
      Chance chance,
      Supplier<Faults> faults,
      Tables tables,
      Sabotage sabotage,
      Sometimes sometimes) {
    this.time = time;
    this.chance = chance;
    this.faults = faults;
    this.tables = tables;
    this.sabotage = sabotage;
    this.sometimes = sometimes;
  }

  Tables tables() {
    return tables;
  }

  void away(Instant until) {
    awayUntil = until;
  }

  private boolean isAway() {
    return time.instant().isBefore(awayUntil);
  }

  private Duration latency() {
    return chance.in(faults.get().storage().slow())
        ? chance.millis(250, 6_000)
        : chance.millis(1, 4);
  }

  /** The rows of one process that are not committed yet. */
  final class Queue {
    private final Deque<Rows> waiting = new ArrayDeque<>();
    private final Consumer<JournalRecord> stored;
    private boolean flushing;
    private boolean closed;

    private record Rows(Instant since, List<JournalRecord> rows) {}

    private Queue(Consumer<JournalRecord> stored) {
      this.stored = stored;
    }

    void append(List<JournalRecord> rows) {
      waiting.add(new Rows(time.instant(), rows));
      flushLater(latency());
    }

    /** How long the oldest has waited. */
    Duration lag() {
      Rows oldest = waiting.peek();
      return oldest == null ? Duration.ZERO : Duration.between(oldest.since(), time.instant());
    }

    boolean isEmpty() {
      return waiting.isEmpty();
    }

    /** The process is dead: what waits is gone, or the batch that was under way still commits. */
    void crash() {
      closed = true;
      if (!isAway() && flushing && chance.in(500)) {
        write();
      } else if (!waiting.isEmpty()) {
        sometimes.saw(Sometimes.Event.ROWS_LOST);
      }
      waiting.clear();
    }

    private void flushLater(Duration delay) {
      if (!flushing) {
        flushing = true;
        time.after(delay, "flush", this::flush);
      }
    }

    private void flush() {
      if (closed) {
        return;
      }
      flushing = false;
      if (isAway()) {
        flushLater(RETRY);
      } else {
        write();
      }
    }

    private void write() {
      var batch = new ArrayList<JournalRecord>();
      while (!waiting.isEmpty()) {
        batch.addAll(waiting.remove().rows());
      }
      batch.forEach(tables::write);
      batch.forEach(stored);
    }
  }

  /**
   * @param stored told of every row once its batch is committed
   */
  Queue queue(Consumer<JournalRecord> stored) {
    return new Queue(stored);
  }

  /**
   * One synchronous transaction, from a task of its own.
   *
   * @param epoch of the process that asks
   * @param pause of that process before it asks
   * @param done told in the end, unless the process has died by then
   */
  void commit(
      long epoch,
      Duration pause,
      Effect.Submit plan,
      List<SentOrder> orders,
      Consumer<Outcome> done) {
    time.after(pause.plus(latency()), "commit", () -> done.accept(committed(epoch, plan, orders)));
  }

  private Outcome committed(long epoch, Effect.Submit plan, List<SentOrder> orders) {
    if (isAway()) {
      sometimes.saw(Sometimes.Event.STORE_DOWN);
      return new Outcome.Refused("the database is away");
    }
    String refusal = refusal(epoch, plan);
    if (refusal != null) {
      return new Outcome.Refused(refusal);
    }
    tables.commit(plan, orders, time.instant());
    boolean lost = chance.in(faults.get().storage().answerLost());
    if (!lost) {
      return new Outcome.Committed();
    }
    sometimes.saw(Sometimes.Event.COMMIT_ANSWER_LOST);
    if (chance.in(faults.get().storage().answerGone())) {
      sometimes.saw(Sometimes.Event.COMMITTED_UNKNOWINGLY);
      return new Outcome.Refused("the database did not commit: connection lost");
    }
    return new Outcome.Committed(); // read again by key
  }

  private @Nullable String refusal(long epoch, Effect.Submit plan) {
    if (epoch != tables.epoch()) {
      sometimes.saw(Sometimes.Event.LEASE_LOST);
      if (sabotage.checksLease()) {
        return "the lease has epoch " + tables.epoch() + ", ours is " + epoch;
      }
      throw new Broken("I14", "epoch " + epoch + " commits after " + tables.epoch() + " began");
    }
    String against = against(plan);
    if (against == null) {
      return null;
    }
    sometimes.saw(Sometimes.Event.CONSENT_REFUSED);
    if (sabotage.asksForConsent()) {
      return against;
    }
    throw new Broken("I15", "an entry commits although " + against);
  }

  private @Nullable String against(Effect.Submit plan) {
    var risky = new ArrayList<OrderIntent>(plan.intents());
    risky.removeIf(intent -> !intent.origin().purpose().addsRisk());
    if (risky.isEmpty()) {
      return null;
    }
    if (tables.controls().halted()) {
      return "halted: " + tables.controls().haltReason();
    }
    if (plan.mode().compareTo(tables.controls().mode()) > 0) {
      return "mode is " + tables.controls().mode();
    }
    for (OrderIntent intent : risky) {
      PairId pair = intent.origin().pair();
      if (pair != null && tables.status(pair) != PairStatus.APPROVED) {
        return "pair " + pair + " is " + tables.status(pair);
      }
    }
    return null;
  }
}
