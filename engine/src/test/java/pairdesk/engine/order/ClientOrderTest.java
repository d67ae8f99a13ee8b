package pairdesk.engine.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.control.Mode;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

class ClientOrderTest {
  private static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");
  private static final OrderIntent.Origin ORIGIN =
      new OrderIntent.Origin(new ExecutionId("e1"), 0, 0, Purpose.ENTRY, null);

  private static ClientOrder order() {
    var terms =
        new OrderIntent.Terms(
            Side.BUY, Quantity.ofShares(100), Price.parse("0.40"), TimeInForce.IOC, false, null);
    var approval = new Approval("v1", 1, Usd.ofDollars(42), NOW.plusSeconds(5));
    var intent =
        new OrderIntent(
            ClientOrderIds.derive("test", ORIGIN),
            ORIGIN,
            MarketId.kalshi("K").yes(),
            terms,
            approval);
    return ClientOrder.intended(intent, Mode.LIVE, NOW);
  }

  private static Fill fill(String trade, String shares, FillStatus status) {
    return new Fill(
        new Fill.Key("kalshi", trade, "v1"),
        null,
        MarketId.kalshi("K").yes(),
        Side.BUY,
        Quantity.parse(shares),
        Price.parse("0.40"),
        Usd.ofCents(10),
        Fill.Liquidity.TAKER,
        status,
        NOW);
  }

  @Test
  void countsAFillOnceHoweverOftenItIsTold() {
    ClientOrder once = order().sent("k", NOW, NOW).booked(fill("t1", "40", FillStatus.FINAL), NOW);
    assertSame(once, once.booked(fill("t1", "40", FillStatus.FINAL), NOW.plusSeconds(1)));
    assertEquals(Quantity.ofShares(40), once.filled());
    assertEquals(Usd.ofDollars(16), once.value());
    assertEquals(OrderState.SENT, once.state());
  }

  @Test
  void isFilledWhenAllOfItHasTradedWhoeverSaysSo() {
    ClientOrder order =
        order()
            .sent("k", NOW, NOW)
            .booked(fill("t1", "40", FillStatus.FINAL), NOW)
            .booked(fill("t2", "60", FillStatus.PROVISIONAL), NOW);
    assertEquals(OrderState.FILLED, order.state());
    assertTrue(order.isSettled());
    assertEquals(Quantity.ofShares(60), order.provisional());
  }

  @Test
  @Tag("fault:O4")
  void neverLeavesATerminalStateAndStillBooks() {
    ClientOrder order =
        order()
            .sent("k", NOW, NOW)
            .reported(OrderState.CANCELLED, Quantity.ZERO, "", NOW)
            .reported(OrderState.LIVE, Quantity.ZERO, "", NOW)
            .booked(fill("t1", "5", FillStatus.FINAL), NOW);
    assertEquals(OrderState.CANCELLED, order.state());
    assertEquals(Quantity.ofShares(5), order.filled());
  }

  @Test
  @Tag("fault:W10")
  void isNotSettledBeforeItsFillsAreHere() {
    ClientOrder order =
        order().sent("k", NOW, NOW).reported(OrderState.FILLED, Quantity.ofShares(100), "", NOW);
    assertTrue(order.isMissingFills());
    assertFalse(order.isSettled());
  }

  @Test
  void aFillTakenBackLeavesNothingAndStaysTakenBack() {
    ClientOrder order =
        order()
            .sent("k", NOW, NOW)
            .booked(fill("t1", "100", FillStatus.PROVISIONAL), NOW)
            .booked(fill("t1", "100", FillStatus.VOIDED), NOW)
            .booked(fill("t1", "100", FillStatus.FINAL), NOW);
    assertEquals(Quantity.ZERO, order.filled());
    assertEquals(Quantity.ofShares(100), order.voided());
    assertEquals(Usd.ZERO, order.fees());
    assertTrue(order.isSettled());
  }

  @Test
  void reportsWithAFilledPartMakeItPartly() {
    assertEquals(
        OrderState.PARTLY,
        order()
            .sent("k", NOW, NOW)
            .reported(OrderState.LIVE, Quantity.ofShares(1), "", NOW)
            .state());
  }

  @Test
  void mayLeaveUntilItsApprovalRunsOutUnlessItHasLeft() {
    assertEquals(NOW.plusSeconds(5), order().leftBy());
    assertEquals(NOW.plusSeconds(1), order().sent("k", NOW.plusSeconds(1), NOW).leftBy());
  }

  @Test
  void derivesOneIdPerPurposeLegAndAttempt() {
    ClientOrderId id = ClientOrderIds.derive("test", ORIGIN);
    assertEquals("pd", id.value().substring(0, 2));
    assertEquals(34, id.value().length());
    assertTrue(ClientOrderIds.isOurs(id));
    assertEquals(id, ClientOrderIds.derive("test", ORIGIN));
    assertNotEquals(id, ClientOrderIds.derive("other", ORIGIN));
    assertNotEquals(id, ClientOrderIds.derive("test", origin(1, 0, Purpose.ENTRY)));
    assertNotEquals(id, ClientOrderIds.derive("test", origin(0, 1, Purpose.ENTRY)));
    assertNotEquals(id, ClientOrderIds.derive("test", origin(0, 0, Purpose.PATCH)));
    assertFalse(ClientOrderIds.isOurs(new ClientOrderId("my-own-order")));
  }

  private static OrderIntent.Origin origin(int leg, int attempt, Purpose purpose) {
    return new OrderIntent.Origin(new ExecutionId("e1"), leg, attempt, purpose, null);
  }
}
