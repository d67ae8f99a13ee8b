package pairdesk.engine.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;
import pairdesk.engine.portfolio.OrderBounds.Fills;

class ExposureTest {
  private static final Instrument LEFT = MarketId.kalshi("KXRAIN").yes();
  private static final Instrument RIGHT = MarketId.polymarket("0xrain").no();
  private static final Instrument THIRD = MarketId.kalshi("KXSNOW").yes();

  @Test
  void anUnknownOrderMayBeFilledOrNot() {
    var order = order(Side.BUY, OrderState.UNKNOWN, 100, 0, Fills.NONE);
    assertEquals(bounds(0, 0, 100), order);
  }

  @Test
  void anAnsweredOrderCountsWhatWasAcknowledged() {
    var order = order(Side.BUY, OrderState.CANCELLED, 100, 60, fills(20, 30, 0));
    assertEquals(bounds(20, 50, 60), order);
  }

  @Test
  void voidedSharesAreNoLongerPossible() {
    assertEquals(bounds(0, 40, 70), order(Side.BUY, OrderState.LIVE, 100, 70, fills(0, 40, 30)));
    assertEquals(bounds(0, 0, 0), order(Side.BUY, OrderState.FILLED, 100, 100, fills(0, 0, 100)));
  }

  @Test
  @Tag("fault:T12")
  void aProvisionalFillIsHedgedButStillAtRisk() {
    var left = leg(LEFT, "0.40", order(Side.BUY, OrderState.FILLED, 100, 100, fills(100, 0, 0)));
    var right = leg(RIGHT, "0.55", order(Side.BUY, OrderState.FILLED, 100, 100, fills(0, 100, 0)));
    // the right leg may still fall to nothing, then 100 of the left at 0.40 are naked
    assertEquals(new Exposure(Usd.ZERO, Usd.ofDollars(40)), Exposure.of(List.of(left, right), 1));
  }

  @Test
  void takesTheWorseOfBothDirections() {
    var left = leg(LEFT, "0.40", order(Side.BUY, OrderState.UNKNOWN, 100, 0, Fills.NONE));
    var right = leg(RIGHT, "0.55", order(Side.BUY, OrderState.SENT, 100, 0, Fills.NONE));
    assertEquals(new Exposure(Usd.ZERO, Usd.ofDollars(55)), Exposure.of(List.of(left, right), 1));
  }

  /** Of three legs one is missing: both others are lost when its outcome happens. */
  @Test
  @Tag("fault:T21")
  void countsEveryLegThatMayEndWorthless() {
    var one = leg(LEFT, "0.30", order(Side.BUY, OrderState.FILLED, 100, 100, fills(100, 0, 0)));
    var two = leg(RIGHT, "0.25", order(Side.BUY, OrderState.FILLED, 100, 80, fills(80, 0, 0)));
    var none = leg(THIRD, "0.40", order(Side.BUY, OrderState.CANCELLED, 100, 0, Fills.NONE));
    List<LegBounds> legs = List.of(one, two, none);
    Usd both = Usd.ofDollars(50);
    assertEquals(new Exposure(both, both), Exposure.of(legs, 2));
    // of every NO of an event only one ends worthless
    Usd dearer = Usd.ofDollars(30);
    assertEquals(new Exposure(dearer, dearer), Exposure.of(legs, 1));
  }

  @Test
  void countsTheNakedLegAtItsCost() {
    var left = leg(LEFT, "0.40", order(Side.BUY, OrderState.FILLED, 100, 100, fills(100, 0, 0)));
    var right = leg(RIGHT, "0.55", order(Side.BUY, OrderState.REJECTED, 100, 0, Fills.NONE));
    assertEquals(
        new Exposure(Usd.ofDollars(40), Usd.ofDollars(40)), Exposure.of(List.of(left, right), 1));
  }

  @Test
  void aSaleThatMayNotHaveHappenedDoesNotLowerTheWorstCase() {
    var bought = order(Side.BUY, OrderState.FILLED, 100, 100, fills(100, 0, 0));
    var selling = order(Side.SELL, OrderState.UNKNOWN, 100, 0, Fills.NONE);
    assertEquals(
        new LegBounds(
            LEFT, Quantity.ZERO, Quantity.ofShares(100), Quantity.ofShares(100), Price.ofCents(40)),
        leg(LEFT, "0.40", bought, selling));
  }

  private static LegBounds leg(Instrument instrument, String cost, OrderBounds... orders) {
    return LegBounds.of(instrument, Price.parse(cost), List.of(orders));
  }

  private static OrderBounds order(
      Side side, OrderState state, long ordered, long acknowledged, Fills fills) {
    return OrderBounds.of(
        side, state, Quantity.ofShares(ordered), Quantity.ofShares(acknowledged), fills);
  }

  private static OrderBounds bounds(long low, long known, long high) {
    return new OrderBounds(
        Side.BUY, Quantity.ofShares(low), Quantity.ofShares(known), Quantity.ofShares(high));
  }

  private static Fills fills(long settled, long provisional, long voided) {
    return new Fills(
        Quantity.ofShares(settled), Quantity.ofShares(provisional), Quantity.ofShares(voided));
  }
}
