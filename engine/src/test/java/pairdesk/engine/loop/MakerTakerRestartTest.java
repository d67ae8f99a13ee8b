package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.venue.OrderLookup;

/** A process that was killed while a bid of it rested, and the next one. */
class MakerTakerRestartTest {
  private static final int BID = 0;
  private static final int HEDGE = 1;

  private static Rig before() {
    return quiet(Rig.making(VenueId.POLYMARKET));
  }

  private static Rig quiet(Rig rig) {
    return rig.books("0.43 x 5000", "0.44 x 5000", "0.52 x 5000", "0.56 x 5000");
  }

  private static Rig after(Rig before, OrderState bid, List<Fill> fills) {
    OrderIntent intent = before.entry(BID);
    List<Fill> own = fills.stream().map(fill -> fill.withOrder(intent.id())).toList();
    Rig after =
        Rig.making(
            VenueId.POLYMARKET,
            RestartTest.stored(
                before.execution(), List.of(RestartTest.order(intent, bid, own)), own));
    fills.forEach(after::own);
    return after;
  }

  @Test
  void goesOnRestingAndHedging() {
    Rig before = before();
    Rig rig = quiet(after(before, OrderState.LIVE, List.of()));
    assertTrue(rig.intents().isEmpty(), rig::transcript);
    rig.on(Rig.filled(rig.fill(before.entry(BID), "100")));
    OrderIntent hedge = rig.order(HEDGE, Purpose.HEDGE);
    assertEquals(Quantity.parse("100"), hedge.terms().quantity());
    rig.fillWhole(hedge);
    assertEquals(ExecutionState.COMPLETE, rig.execution().state());
  }

  @Test
  void hedgesWhatWasFilledBeforeAnythingElse() {
    Rig before = before();
    Fill fill = before.fill(before.entry(BID), "40");
    Rig rig = after(before, OrderState.PARTLY, List.of(fill));
    assertEquals(
        Quantity.parse("40"), rig.order(HEDGE, Purpose.HEDGE).terms().quantity(), rig::transcript);
  }

  @Test
  @Tag("fault:K4")
  void adoptsABidOfWhichNoAnswerWasHeard() {
    Rig before = before();
    OrderIntent bid = before.entry(BID);
    Rig rig = after(before, OrderState.SENT, List.of());
    rig.lookup(
        bid,
        _ -> new OrderLookup.Found(Rig.venueId(bid), OrderState.LIVE, Quantity.ZERO, List.of()));
    quiet(rig).pass(Duration.ofMillis(300));
    quiet(rig);
    assertEquals(ExecutionState.WORKING, rig.execution().state());
    for (int i = 0; i < 10; i++) {
      quiet(rig.pass(Duration.ofSeconds(3)));
    }
    assertEquals(1, rig.effects(Effect.Cancel.class).size(), "its thirty seconds are over");
  }

  @Test
  @Tag("fault:O6")
  void closesABidThatEndedMeanwhile() {
    Rig before = before();
    Rig rig = after(before, OrderState.EXPIRED, List.of());
    assertEquals(ExecutionState.NOTHING_FILLED, rig.execution().state());
  }

  /** The database was away for one attempt: its rows have a gap, and the next process counts on. */
  @Test
  @Tag("fault:D1")
  @Tag("fault:K4")
  void givesNoHedgeTheIdOfOneThatWasSentBefore() {
    Rig before = before();
    OrderIntent bid = before.entry(BID);
    Fill fill = before.fill(bid, "100");
    before.rests(bid).on(Rig.filled(fill), before.updated(bid, OrderState.FILLED, "100"));
    OrderIntent first = before.order(HEDGE, Purpose.HEDGE);
    OrderIntent refused = next(before.fillPart(first, "0"));
    before.on(
        new EngineEvent.IntentsRefused(
            refused.origin().execution(), List.of(refused.id()), "the database is away"));
    OrderIntent sent = next(before);
    assertEquals(2, sent.origin().attempt(), before::transcript);

    List<Fill> fills = List.of(fill.withOrder(bid.id()));
    Rig rig =
        Rig.making(
            VenueId.POLYMARKET,
            RestartTest.stored(
                before.execution(),
                List.of(
                    RestartTest.order(bid, OrderState.FILLED, fills),
                    RestartTest.order(first, OrderState.CANCELLED, List.of()),
                    RestartTest.order(sent, OrderState.CANCELLED, List.of())),
                fills));
    rig.own(fill);
    OrderIntent again = next(rig);
    assertEquals(3, again.origin().attempt(), rig::transcript);
    assertNotEquals(sent.id(), again.id());
  }

  /** The hedge that is tried after a while. */
  private static OrderIntent next(Rig rig) {
    for (int i = 0; i < 4; i++) {
      quiet(rig.pass(Duration.ofMillis(1_001)));
    }
    return rig.order(HEDGE, Purpose.HEDGE);
  }
}
