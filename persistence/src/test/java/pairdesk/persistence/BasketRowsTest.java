package pairdesk.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionSnapshot.LegSnapshot;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Purpose;

/** An execution without a pair: its own row, committed with its intents, says what its legs are. */
class BasketRowsTest {
  private final Database database = Database.open(TestDatabase.fresh());
  private final Lease.Held held =
      ((Lease.Taken.Ours)
              new Lease(database, "main", "test", InstantSource.fixed(Samples.NOW)).take())
          .held();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void comesBackWithEveryLegAndItsPayout() {
    ExecutionSnapshot basket = basket();
    new PostgresIntents(database, () -> held)
        .commit(
            Mode.LIVE,
            List.of(Samples.order("A1", Purpose.HEDGE, null)),
            List.of(new JournalRecord.ExecutionChanged(basket)),
            Samples.NOW);
    assertEquals(List.of(basket), new Recovery(database).load(Samples.NOW).openExecutions());
  }

  private static ExecutionSnapshot basket() {
    ExecutionSnapshot pair = Samples.execution(ExecutionState.WORKING);
    return new ExecutionSnapshot(
        pair.id(),
        pair.opportunity(),
        "basket",
        null,
        pair.mode(),
        pair.state(),
        pair.planned(),
        3,
        List.of(leg("RED"), leg("BLUE"), leg("GREEN"), leg("GOLD")),
        pair.result(),
        pair.times());
  }

  private static LegSnapshot leg(String market) {
    Instrument no = MarketId.kalshi(market).no();
    return new LegSnapshot(
        no,
        Price.parse("0.7"),
        Quantity.ZERO,
        Quantity.ZERO,
        Quantity.ZERO,
        Usd.ZERO,
        Usd.ZERO,
        Usd.ZERO);
  }
}
