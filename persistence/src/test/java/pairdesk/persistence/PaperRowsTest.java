package pairdesk.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;

/** Paper rows lie in the same tables as real ones, and come back apart. */
class PaperRowsTest {
  private final Database database = Database.open(TestDatabase.fresh());
  private final Lease.Held held =
      ((Lease.Taken.Ours)
              new Lease(database, "main", "test", InstantSource.fixed(Samples.NOW)).take())
          .held();
  private final PostgresJournal journal =
      new PostgresJournal(
          database, held, InstantSource.fixed(Samples.NOW), PostgresJournal.Room.DEFAULTS);
  private final Fill real = Samples.fill("t1", "A1", FillStatus.FINAL);
  private final Fill paper = Samples.fill("t2", "P1", FillStatus.FINAL);

  @BeforeEach
  void oneOrderOfEachIsFilled() {
    commit(Mode.LIVE, "A1");
    commit(Mode.PAPER, "P1");
    journal.append(
        List.of(
            moved("A1", OrderState.SENT, 0),
            moved("A1", OrderState.CANCELLED, 20),
            moved("P1", OrderState.SENT, 0),
            moved("P1", OrderState.CANCELLED, 20),
            new JournalRecord.FillBooked(real),
            new JournalRecord.FillBooked(paper),
            new JournalRecord.ExecutionChanged(onPaper())));
    journal.flush();
  }

  @AfterEach
  void close() {
    journal.close();
    database.close();
  }

  private void commit(Mode mode, String id) {
    var order = Samples.order(id, Purpose.HEDGE, null);
    assertEquals(
        "Committed[]",
        new PostgresIntents(database, () -> held)
            .commit(mode, List.of(order), List.of(), Samples.NOW)
            .toString());
  }

  private static JournalRecord moved(String id, OrderState state, int filled) {
    return new JournalRecord.OrderMoved(
        Samples.order(id, Purpose.HEDGE, null).intent().id(),
        state,
        null,
        Quantity.ofShares(filled),
        "told",
        Samples.NOW);
  }

  private static ExecutionSnapshot onPaper() {
    ExecutionSnapshot live = Samples.execution(ExecutionState.COMPLETE);
    return new ExecutionSnapshot(
        live.id(),
        live.opportunity(),
        live.strategy(),
        live.pair(),
        Mode.PAPER,
        live.state(),
        live.planned(),
        live.paying(),
        live.legs(),
        live.result(),
        live.times());
  }

  @Test
  void comeBackApart() {
    Recovered recovered = new Recovery(database).load(Samples.NOW);
    assertEquals(List.of(paper), recovered.paper().fills());
    assertEquals(List.of("P1"), ids(recovered.paper()));
    assertEquals(List.of(onPaper()), recovered.paper().openExecutions());
    assertEquals(List.of(real), recovered.real().fills());
    assertEquals(List.of("A1"), ids(recovered.real()));
    assertEquals(List.of(), recovered.real().openExecutions());
  }

  @Test
  void whatEachWasPaidForOneMarketComesBackApart() {
    JournalRecord.PayoutBooked toReal = payout(Mode.LIVE, 7);
    JournalRecord.PayoutBooked toPaper = payout(Mode.PAPER, 20);
    journal.append(List.of(toReal, toPaper));
    journal.flush();
    Recovered recovered = new Recovery(database).load(Samples.NOW);
    assertEquals(List.of(toReal), recovered.real().payouts());
    assertEquals(List.of(toPaper), recovered.paper().payouts());
    Recovered later = new Recovery(database).load(Samples.NOW.plus(Duration.ofDays(300)));
    assertEquals(Set.of(), later.marketsInUse(), "paper is paid, and the real one is long over");
  }

  private static JournalRecord.PayoutBooked payout(Mode mode, int dollars) {
    return new JournalRecord.PayoutBooked(
        mode, Samples.YES.market(), 10_000, Usd.ofDollars(dollars), Samples.NOW);
  }

  @Test
  void paperFillsComeBackHoweverOld() {
    Recovered later = new Recovery(database).load(Samples.NOW.plus(Duration.ofDays(300)));
    assertEquals(List.of(paper), later.fills(), "the real ones have their sums in rows");
    assertEquals(List.of("P1"), ids(later), "whose fill it is");
  }

  @Test
  void theHistoryOfEachModeIsItsOwn() {
    var history = new History(database);
    assertEquals(List.of(onPaper()), history.executions(Mode.PAPER, 10));
    assertEquals(List.of(), history.executions(Mode.LIVE, 10));
    assertEquals(List.of(), history.closedSince(Mode.LIVE, Samples.NOW.minusSeconds(9)));
    assertEquals(1, history.closedSince(Mode.PAPER, Samples.NOW.minusSeconds(9)).size());
    assertEquals(1, history.orders(Mode.PAPER, 10).size());
    assertEquals(1, history.orders(Mode.LIVE, 10).size());
    assertEquals(List.of(), history.openOrders(Mode.PAPER, 10));
  }

  private static List<String> ids(Recovered recovered) {
    return recovered.orders().stream().map(order -> order.intent().id().value()).toList();
  }
}
