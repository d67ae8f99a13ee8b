package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Tactic;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.sample.BasketStrategy;
import pairdesk.engine.venue.OrderLookup;

/** A process that was killed while it bought the legs of a basket, and the next one. */
class BasketRestartTest {
  private static final List<Instrument> LEGS = Rig.outcomes(3).stream().map(MarketId::yes).toList();
  private static final BasketStrategy BASKET = new BasketStrategy(LEGS, 1);

  private static Rig before(Tactic tactic) {
    return cheap(Rig.basket(BASKET, tactic, Rig.recovered(Mode.LIVE)).forgetEffects());
  }

  private static Rig cheap(Rig rig) {
    Map<Instrument, List<String>> books = new LinkedHashMap<>();
    LEGS.forEach(leg -> books.put(leg, List.of("0.29 x 5000", "0.30 x 100")));
    return rig.books(books);
  }

  private static Rig after(
      Tactic tactic, ExecutionSnapshot stored, List<Recovered.StoredOrder> orders, List<Fill> own) {
    Rig after = Rig.basket(BASKET, tactic, RestartTest.stored(stored, orders, own));
    own.forEach(after::own);
    return after;
  }

  /** The row that was committed with the entries, before any other. */
  private static ExecutionSnapshot committed(Rig before) {
    return before.effects(Effect.Submit.class).getFirst().grounds().stream()
        .filter(JournalRecord.ExecutionChanged.class::isInstance)
        .map(row -> ((JournalRecord.ExecutionChanged) row).execution())
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Tag("fault:K2")
  @Tag("fault:T21")
  void findsAllLegsWhereOnlyTheEntriesWereCommitted() {
    Rig before = before(Tactic.TAKER_TAKER);
    List<Recovered.StoredOrder> sent =
        before.intents().stream()
            .map(intent -> RestartTest.order(intent, OrderState.SENT, List.of()))
            .toList();
    Rig rig = after(Tactic.TAKER_TAKER, committed(before), sent, List.of());
    assertEquals(
        LEGS,
        rig.execution().legs().stream().map(ExecutionSnapshot.LegSnapshot::instrument).toList());

    var found = new ArrayList<Quantity>();
    for (OrderIntent intent : before.intents()) {
      boolean last = intent.origin().leg() == 2;
      Quantity filled = last ? Quantity.ZERO : intent.terms().quantity();
      found.add(filled);
      List<Fill> fills = last ? List.of() : List.of(rig.fill(intent, filled.toString()));
      rig.on(
          Rig.lookedUp(
              intent,
              new OrderLookup.Found(
                  Rig.venueId(intent),
                  last ? OrderState.CANCELLED : OrderState.FILLED,
                  filled,
                  fills)));
    }
    assertEquals(
        found, rig.execution().legs().stream().map(ExecutionSnapshot.LegSnapshot::bought).toList());
    OrderIntent missing = cheap(rig).order(2, Purpose.PATCH);
    rig.fillWhole(missing);
    assertEquals(ExecutionState.COMPLETE, rig.execution().state(), rig::transcript);
    assertEquals(Quantity.ZERO, rig.execution().unhedged());
  }

  @Test
  @Tag("fault:K9")
  void sendsTheNextLegWhereTheLastProcessDiedBetweenTwo() {
    Rig before = before(Tactic.SEQUENTIAL);
    OrderIntent first = before.entry(0);
    Fill fill = before.fill(first, "100").withOrder(first.id());
    Rig rig =
        after(
            Tactic.SEQUENTIAL,
            committed(before),
            List.of(RestartTest.order(first, OrderState.FILLED, List.of(fill))),
            List.of(fill));
    for (int leg = 1; leg < 3; leg++) {
      OrderIntent next = cheap(rig).order(leg, Purpose.HEDGE);
      assertEquals(Quantity.parse("100"), next.terms().quantity());
      rig.fillWhole(next);
    }
    assertEquals(ExecutionState.COMPLETE, rig.execution().state(), rig::transcript);
  }

  @Test
  @Tag("fault:K1")
  void closesWhatWasNeverCommitted() {
    Rig before = before(Tactic.TAKER_TAKER);
    Rig rig = after(Tactic.TAKER_TAKER, committed(before), List.of(), List.of());
    assertEquals(ExecutionState.NOTHING_FILLED, rig.execution().state());
    assertTrue(rig.pass(Duration.ofSeconds(5)).intents().isEmpty(), rig::transcript);
  }
}
