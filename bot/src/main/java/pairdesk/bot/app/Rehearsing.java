package pairdesk.bot.app;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.NOPLogger;
import pairdesk.bot.rehearsal.Hands;
import pairdesk.bot.rehearsal.Rehearsal;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.Journal;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.persistence.Database;
import pairdesk.persistence.PostgresIntents;

/** The desk's rehearsal, if its settings want one. */
final class Rehearsing implements AutoCloseable {
  private final @Nullable Rehearsal rehearsal;
  private final Duration limit;

  Rehearsing(@Nullable Rehearsal rehearsal, Duration limit) {
    this.rehearsal = rehearsal;
    this.limit = limit;
  }

  /**
   * Begins in the background.
   *
   * @param nanos only goes forward
   */
  static Rehearsing begin(Settings.Trading trading, Database database, LongSupplier nanos) {
    Duration limit = trading.waits().rehearsal();
    if (limit.isZero()) {
      return new Rehearsing(null, limit);
    }
    Hands hands = (world, inbox) -> Practising.in(database, world, inbox);
    var plan = new Rehearsal.Plan(Rehearsal.TICKS, limit, Trading.strategies(trading), hands);
    return new Rehearsing(Rehearsal.begin(plan, nanos), limit);
  }

  boolean isUnderWay() {
    return rehearsal != null && !rehearsal.isOver();
  }

  /** A desk that is LIVE waits for it, but never while something is open that needs it. */
  void awaitBefore(Recovered recovered) throws InterruptedException {
    if (rehearsal != null
        && recovered.controls().mode() == Mode.LIVE
        && !isAnythingOpen(recovered)) {
      rehearsal.await(limit);
    }
  }

  private static boolean isAnythingOpen(Recovered recovered) {
    return recovered.openExecutions().stream().anyMatch(e -> !e.state().isClosed())
        || recovered.orders().stream().anyMatch(order -> !order.state().isTerminal());
  }

  @Override
  public void close() {
    if (rehearsal != null) {
      rehearsal.close();
    }
  }

  /** The desk's hands, with a connection to the database for as long as they are at work. */
  private record Practising(Hands.AtWork hands, PostgresIntents intents) implements Hands.AtWork {
    static Practising in(Database database, Hands.World world, Consumer<EngineEvent> inbox) {
      PostgresIntents intents = RefusedIntents.nobodysIn(database);
      var hands = new DeskHands(new RefusedIntents(intents), new Nowhere(), NOPLogger.NOP_LOGGER);
      return new Practising(hands.in(world, inbox), intents);
    }

    @Override
    public void run(List<Effect> effects) {
      hands.run(effects);
    }

    @Override
    public void close() {
      hands.close();
      intents.close();
    }
  }

  /** Made rows are of no use to anybody. */
  private record Nowhere() implements Journal {
    @Override
    public void append(List<JournalRecord> rows) {}

    @Override
    public void flush() {}
  }
}
