package pairdesk.sandbox.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.sandbox.exchange.Rig.KALSHI;
import static pairdesk.sandbox.exchange.Rig.ON_KALSHI;
import static pairdesk.sandbox.exchange.Rig.terms;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.ExchangeEvent.GroupChange;
import pairdesk.sandbox.exchange.FeeChange.Scope;

/**
 * What happens at a venue once in a while: late fills, other fees, disputed answers, maintenance.
 */
class UnusualTest {
  private static final Lifetime GTC = new Lifetime.GoodTillCancelled();
  private static final Lifetime IOC = new Lifetime.ImmediateOrCancel();

  private final Rig rig = new Rig();

  private Order resting() {
    return rig.placed(ON_KALSHI, terms(KALSHI, Outcome.YES, Side.BUY, "0.30", 10, GTC));
  }

  private Order now(Order order) {
    return rig.exchange.order(ON_KALSHI, order.id()).orElseThrow();
  }

  @Test
  void aCancelledOrderFillsLateAndStaysCancelled() {
    Order order = resting();
    rig.exchange.cancel(ON_KALSHI, order.id(), CancelReason.USER);
    assertTrue(rig.exchange.takeFrom(ON_KALSHI, order.id(), Quantity.ofShares(4)));
    assertEquals(OrderStatus.CANCELLED, now(order).progress().status());
    assertEquals(Quantity.ofShares(4), now(order).progress().filled());
    assertEquals(Quantity.ofShares(4), rig.exchange.position(ON_KALSHI, KALSHI).yes());
    assertEquals(Usd.parse("98.80"), rig.cash(ON_KALSHI));
    assertTrue(rig.exchange.book(KALSHI).bids().isEmpty());
  }

  @Test
  void aRestingOrderLeavesTheBookOnceTheCrowdTookIt() {
    Order order = resting();
    rig.exchange.takeFrom(ON_KALSHI, order.id(), Quantity.ofShares(4));
    assertEquals(
        List.of(new Level(Price.parse("0.30"), Quantity.ofShares(6))),
        rig.exchange.book(KALSHI).bids());
    rig.exchange.takeFrom(ON_KALSHI, order.id(), Quantity.ofShares(6));
    assertEquals(OrderStatus.FILLED, now(order).progress().status());
    assertTrue(rig.exchange.book(KALSHI).bids().isEmpty());
  }

  @Test
  void moreCanBeFilledThanWasOrdered() {
    Order order = resting();
    rig.exchange.takeFrom(ON_KALSHI, order.id(), Quantity.ofShares(12));
    assertEquals(Quantity.ofShares(12), now(order).progress().filled());
  }

  @Test
  void nobodyTakesFromAnUnknownOrder() {
    assertFalse(rig.exchange.takeFrom(ON_KALSHI, "nothing", Quantity.ofShares(1)));
  }

  @Test
  void newFeesAreChargedFromTheirMomentOn() {
    var half = new FeeTerms.Kalshi(FeeTerms.MakerFee.NONE, 500);
    rig.exchange.planFees(
        new FeeChange(
            "one", Scope.MARKET, KALSHI.code(), List.of(KALSHI), half, rig.now().plusSeconds(60)));
    rig.crowd(KALSHI, "0.40", "0.50", 300);
    var one = terms(KALSHI, Outcome.YES, Side.BUY, "0.50", 10, IOC);
    assertEquals(Usd.parse("0.175"), rig.placed(ON_KALSHI, one).progress().totals().takerFees());
    rig.pass(Duration.ofSeconds(60));
    assertEquals(Usd.parse("0.0875"), rig.placed(ON_KALSHI, one).progress().totals().takerFees());
  }

  @Test
  void aDisputedAnswerIsPaidOnceItIsGivenAnew() {
    rig.crowd(KALSHI, "0.40", "0.50", 50);
    rig.placed(ON_KALSHI, terms(KALSHI, Outcome.YES, Side.BUY, "0.50", 10, IOC));
    Usd before = rig.cash(ON_KALSHI);
    rig.exchange.resolve(KALSHI, Price.ONE);
    rig.exchange.dispute(KALSHI);
    rig.pass(Duration.ofSeconds(30));
    assertEquals(MarketPhase.DISPUTED, rig.exchange.market(KALSHI).orElseThrow().phase());
    assertEquals(before, rig.cash(ON_KALSHI));
    rig.exchange.amendAnswer(KALSHI, Price.parse("0.30"));
    rig.pass(Duration.ofSeconds(1));
    assertEquals(MarketPhase.FINALIZED, rig.exchange.market(KALSHI).orElseThrow().phase());
    assertEquals(before.plus(Usd.ofDollars(3)), rig.cash(ON_KALSHI));
    assertThrows(IllegalStateException.class, () -> rig.exchange.amendAnswer(KALSHI, Price.ONE));
  }

  @Test
  void plannedMaintenanceBeginsAndEndsByItself() {
    KalshiModes modes = rig.exchange.modes().kalshi();
    modes.plan(
        new KalshiModes.Maintenance(true, rig.now().plusSeconds(10), rig.now().plusSeconds(20)));
    assertFalse(modes.isHalted());
    rig.pass(Duration.ofSeconds(10));
    assertTrue(modes.isHalted() && modes.isPaused(3));
    assertEquals(rig.now().plusSeconds(10), modes.resumesAt().orElseThrow());
    rig.pass(Duration.ofSeconds(10));
    assertFalse(modes.isHalted() || modes.isPaused(3));
  }

  @Test
  void amendingToAUsedClientIdIsRefused() {
    rig.exchange.place(
        ON_KALSHI, OrderIds.client("used"), terms(KALSHI, Outcome.YES, Side.BUY, "0.20", 1, GTC));
    Order order = resting();
    assertEquals(
        new Placement.Refused(Refusal.DUPLICATE_CLIENT_ID),
        rig.exchange.amend(
            ON_KALSHI,
            order.id(),
            new Amendment("used", Price.parse("0.31"), Quantity.ofShares(10))));
  }

  @Test
  void whatHappensToAGroupIsTold() {
    OrderGroup group = rig.exchange.createGroup(ON_KALSHI, 0, Quantity.ofShares(5));
    String id = group.key().id();
    rig.exchange.limitGroup(ON_KALSHI, id, Quantity.ofShares(6));
    rig.exchange.group(ON_KALSHI, id, Exchange.GroupAction.TRIGGER);
    rig.exchange.group(ON_KALSHI, id, Exchange.GroupAction.RESET);
    rig.exchange.group(ON_KALSHI, id, Exchange.GroupAction.DELETE);
    assertEquals(
        List.of(
            GroupChange.CREATED,
            GroupChange.LIMIT_UPDATED,
            GroupChange.TRIGGERED,
            GroupChange.RESET,
            GroupChange.DELETED),
        rig.events.stream()
            .filter(ExchangeEvent.GroupChanged.class::isInstance)
            .map(event -> ((ExchangeEvent.GroupChanged) event).change())
            .toList());
  }
}
