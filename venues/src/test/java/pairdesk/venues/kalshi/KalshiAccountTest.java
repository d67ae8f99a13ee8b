package pairdesk.venues.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.venues.kalshi.Samples.RAIN;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.AccountSnapshot.Cash;
import pairdesk.engine.venue.AccountSnapshot.Holding;
import pairdesk.engine.venue.AccountSnapshot.Part;
import pairdesk.engine.venue.AccountSnapshot.Payout;
import pairdesk.engine.venue.OrderLookup;

class KalshiAccountTest {
  private static final Instant SINCE = Instant.parse("2026-11-20T10:00:00Z");
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final FakeKalshi venue = new FakeKalshi();
  private final Kalshi kalshi = venue.client();

  @BeforeEach
  void fill() {
    venue.on(
        "GET /portfolio/balance",
        """
        {"balance":9801,"balance_dollars":"98.0186","balance_breakdown":[
          {"exchange_index":0,"balance":"90.0000"},{"exchange_index":2,"balance":"8.0186"}],
         "portfolio_value":198,"updated_ts":1781159348}\
        """);
    venue.on(
        "GET /portfolio/positions",
        """
        {"cursor":"","market_positions":[{"ticker":"RAIN-1","position_fp":"-3.00"},
          {"ticker":"SUN-1","position_fp":"2.50"}],"event_positions":[]}\
        """);
    venue.on(
        "GET /portfolio/orders",
        list(
            "orders",
            order("o1", "pd-1", "resting", "4.00"),
            order("o9", "web#1", "resting", "0.00")));
    venue.on("GET /portfolio/fills", list("fills", fill("t1", "o1", "ask", "4.00")));
    venue.on(
        "GET /portfolio/settlements",
        """
        {"cursor":"","settlements":[{"ticker":"GAME","market_result":"scalar","revenue":1000,
          "value":50,"settled_time":"2024-11-20T11:00:00Z"},
         {"ticker":"GONE","market_result":"no","revenue":0,"value":null,
          "settled_time":"2024-11-20T11:00:00Z"}]}\
        """);
  }

  @AfterEach
  void close() {
    kalshi.close();
    venue.close();
  }

  @Test
  void readsEveryPart() {
    AccountSnapshot account = kalshi.account().read(SINCE);
    assertEquals(EnumSet.allOf(Part.class), account.complete());
    assertEquals(
        List.of(new Cash(0, Usd.ofDollars(90), 100), new Cash(2, Usd.parse("8.0186"), 100)),
        account.cash());
    assertEquals(
        List.of(
            new Holding(RAIN.no(), Quantity.ofShares(3)),
            new Holding(
                pairdesk.engine.market.MarketId.kalshi("SUN-1").yes(), Quantity.parse("2.5"))),
        account.holdings());
    assertEquals(
        List.of("pd-1", "null"), account.openOrders().stream().map(o -> "" + o.id()).toList());
    assertEquals(OrderState.PARTLY, account.openOrders().getFirst().state());
    Fill fill = account.fills().getFirst();
    assertEquals(RAIN.no(), fill.instrument());
    assertEquals(Side.BUY, fill.side());
    assertEquals(Price.parse("0.6"), fill.price());
    assertEquals(List.of(5_000, 0), account.payouts().stream().map(Payout::yesValueE4).toList());
    assertEquals(Usd.ofDollars(10), account.payouts().getFirst().paid());
    var fills = venue.to("GET /portfolio/fills").getFirst().getTarget();
    assertTrue(fills.contains("min_ts=" + SINCE.getEpochSecond()), fills);
  }

  @Test
  void cashBesideAPayoutOfThisMomentIsNotCertain() {
    venue.on(
        "GET /portfolio/settlements",
        """
        {"cursor":"","settlements":[{"ticker":"GAME","market_result":"yes","revenue":1000,
          "value":null,"settled_time":"%s"}]}\
        """
            .formatted(Instant.now()));
    AccountSnapshot account = kalshi.account().read(SINCE);
    assertEquals(Usd.ofDollars(10), account.payouts().getFirst().paid());
    assertEquals(EnumSet.complementOf(EnumSet.of(Part.CASH)), account.complete());
  }

  @Test
  void aPartThatCannotBeReadIsUnknownNotEmpty() {
    venue.on(
        "GET /portfolio/positions", "{\"cursor\":\"\",\"market_positions\":[{\"ticker\":\"A\"}]}");
    venue.on("GET /portfolio/balance", 401, "{\"error\":{\"code\":\"authentication_error\"}}");
    venue.on("GET /portfolio/fills", "{\"fills\":[]}");
    assertEquals(
        EnumSet.of(Part.OPEN_ORDERS, Part.PAYOUTS), kalshi.account().read(SINCE).complete());
  }

  @Test
  void saysWhetherTheKeyMayTrade() {
    assertTrue(kalshi.account().eligibility().mayTrade());
    venue.on(
        "GET /portfolio/balance",
        401,
        "{\"error\":{\"code\":\"authentication_error\",\"message\":\"authentication_error\",\"details\":\"NOT_FOUND\"}}");
    var refused = kalshi.account().eligibility();
    assertFalse(refused.mayTrade());
    assertEquals("Kalshi refuses the key: authentication_error: NOT_FOUND", refused.why());
    venue.on("GET /portfolio/balance", 403, "<html>blocked</html>");
    assertTrue(kalshi.account().eligibility().why().contains("edge blocks"));
  }

  @Test
  void aKeyThatOnlyReadsMayNotTrade() {
    String keys = "{\"api_keys\":[{\"api_key_id\":\"%s\",\"name\":\"n\",\"scopes\":[%s]}]}";
    venue.on("GET /api_keys", keys.formatted("key-1", "\"read\""));
    var refused = kalshi.account().eligibility();
    assertFalse(refused.mayTrade());
    assertEquals(
        "The Kalshi key may only read: make one with the scope write or write::trade.",
        refused.why());
    venue.on("GET /api_keys", keys.formatted("key-1", "\"read\",\"write::trade\""));
    assertTrue(kalshi.account().eligibility().mayTrade());
    venue.on("GET /api_keys", keys.formatted("another", "\"read\""));
    assertTrue(kalshi.account().eligibility().mayTrade());
  }

  @Test
  void findsAnOrderByOurIdWithItsFillsInItsInstrument() {
    var found = assertInstanceOf(OrderLookup.Found.class, lookup(RAIN.yes()));
    assertEquals("o1", found.venueOrderId());
    assertEquals(OrderState.PARTLY, found.state());
    assertEquals(Quantity.ofShares(4), found.filled());
    Fill fill = found.fills().getFirst();
    assertEquals("pd-1", String.valueOf(fill.order()));
    assertEquals(Side.SELL, fill.side());
    assertEquals(Price.parse("0.4"), fill.price());
    var no = assertInstanceOf(OrderLookup.Found.class, lookup(RAIN.no()));
    assertEquals(Side.BUY, no.fills().getFirst().side());
    assertEquals(Price.parse("0.6"), no.fills().getFirst().price());
    String target = venue.to("GET /portfolio/orders").getFirst().getTarget();
    assertTrue(target.contains("ticker=RAIN-1&min_ts=" + (SINCE.getEpochSecond() - 5)), target);
  }

  @Test
  @Tag("fault:R25")
  void absentOnlyAfterCompleteReads() {
    venue.on("GET /portfolio/orders", list("orders"));
    venue.on("GET /portfolio/fills", list("fills"));
    assertInstanceOf(OrderLookup.Absent.class, lookup(RAIN.yes()));
    venue.on("GET /portfolio/orders", "{\"orders\":[]}");
    assertInstanceOf(OrderLookup.Unreadable.class, lookup(RAIN.yes()));
    venue.on("GET /portfolio/orders", 404, "");
    assertInstanceOf(OrderLookup.Unreadable.class, lookup(RAIN.yes()));
  }

  @Test
  void aFillOfAnOrderThatIsNotListedIsFollowedUp() {
    venue.on("GET /portfolio/orders", list("orders"));
    assertInstanceOf(OrderLookup.Unreadable.class, lookup(RAIN.yes()));
    venue.on(
        "GET /portfolio/orders/o1", "{\"order\":" + order("o1", "pd-1", "resting", "4.00") + "}");
    assertInstanceOf(OrderLookup.Found.class, lookup(RAIN.yes()));
    venue.on(
        "GET /portfolio/orders/o1", "{\"order\":" + order("o1", "other", "resting", "4.00") + "}");
    assertInstanceOf(OrderLookup.Absent.class, lookup(RAIN.yes()));
  }

  @Test
  void listsThatDisagreeProveNothing() {
    venue.on("GET /portfolio/fills", list("fills", fill("t1", "o1", "ask", "3.00")));
    assertInstanceOf(OrderLookup.Unreadable.class, lookup(RAIN.yes()));
  }

  private OrderLookup lookup(Instrument instrument) {
    return kalshi.orders().lookup(Samples.ref(instrument, null), LIMIT);
  }

  private static String list(String name, String... rows) {
    return "{\"cursor\":\"\",\"%s\":[%s]}".formatted(name, String.join(",", rows));
  }

  private static String order(String id, String clientId, String status, String filled) {
    return """
    {"order_id":"%s","client_order_id":"%s","ticker":"RAIN-1","status":"%s",
     "initial_count_fp":"10.00","fill_count_fp":"%s","remaining_count_fp":"6.00",
     "book_side":"ask","created_time":"2026-11-20T10:00:01Z"}\
    """
        .formatted(id, clientId, status, filled);
  }

  private static String fill(String trade, String order, String side, String count) {
    return """
    {"trade_id":"%s","order_id":"%s","market_ticker":"RAIN-1","book_side":"%s",
     "count_fp":"%s","yes_price_dollars":"0.4000","fee_cost":"0.012300","is_taker":true,
     "created_time":"2026-11-20T10:00:01.5Z"}\
    """
        .formatted(trade, order, side, count);
  }
}
