package pairdesk.sandbox.wire.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.catalogue.Catalogues;
import pairdesk.sandbox.catalogue.ListingSpecs;
import pairdesk.sandbox.exchange.CancelReason;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.ExchangeSettings;
import pairdesk.sandbox.exchange.Lifetime;
import pairdesk.sandbox.exchange.Order;
import pairdesk.sandbox.exchange.OrderIds;
import pairdesk.sandbox.exchange.OrderOptions;
import pairdesk.sandbox.exchange.OrderStatus;
import pairdesk.sandbox.exchange.OrderTerms;
import pairdesk.sandbox.exchange.Placement.Placed;
import pairdesk.sandbox.exchange.SandboxClock;
import pairdesk.sandbox.exchange.Side;

/** Reads follow the engine a little later. */
class OrderHistoryTest {
  private static final Duration LAG = Duration.ofMillis(300);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T15:00:00Z"));
  private final Exchange exchange =
      new Exchange(ExchangeSettings.seeded(1), new SandboxClock(now::get, 100));
  private final OrderHistory history = new OrderHistory(exchange, KalshiRig.TRADER);

  private void pass(Duration span) {
    now.updateAndGet(instant -> instant.plus(span));
    exchange.advance();
  }

  private Order placed() {
    exchange.modes().kalshi().lagReads(LAG);
    var listing = Catalogues.shipped(now.get()).kalshi().getFirst();
    exchange.list(ListingSpecs.of(listing, Duration.ofSeconds(1)));
    exchange.openAccount(KalshiRig.TRADER, Map.of(0, Usd.ofDollars(100)));
    var terms =
        new OrderTerms(
            listing.id(),
            Outcome.YES,
            Side.BUY,
            Price.parse("0.10"),
            Quantity.ofShares(1),
            new Lifetime.GoodTillCancelled(),
            OrderOptions.NONE);
    return ((Placed) exchange.place(KalshiRig.TRADER, OrderIds.client("one"), terms)).order();
  }

  @Test
  void aCancelledOrderStillRestsInAReadThatComesSoonAfter() {
    Order order = placed();
    assertTrue(history.order(order.id()).isEmpty());
    pass(LAG);
    exchange.cancel(KalshiRig.TRADER, order.id(), CancelReason.USER);
    pass(LAG.minusMillis(1));
    assertEquals(OrderStatus.OPEN, history.order(order.id()).orElseThrow().progress().status());
    pass(Duration.ofMillis(1));
    assertEquals(
        OrderStatus.CANCELLED, history.order(order.id()).orElseThrow().progress().status());
  }
}
