package pairdesk.venues.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.venues.kalshi.Samples.RAIN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.venue.OrderUpdate;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.engine.venue.VenueStatus.Part;
import pairdesk.venues.net.Await;
import pairdesk.venues.net.StreamRecorder;

class KalshiAccountFeedTest {
  private final FakeKalshi venue = new FakeKalshi();
  private final Kalshi kalshi = venue.client();
  private final StreamRecorder told = new StreamRecorder();

  @BeforeEach
  void open() {
    status(true, true);
  }

  @AfterEach
  void close() {
    kalshi.close();
    venue.close();
  }

  @Test
  void asksForAReadingOnceEveryChannelIsOn() throws InterruptedException {
    FakeKalshi.Session session = start();
    assertEquals(
        "{\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"fill\",\"user_orders\",\"market_positions\"]}}",
        session.command());
    session.send(subscribed("fill"));
    session.send(order("pd-1", "resting", "0.00"));
    Await.until("order", () -> !told.orders.isEmpty());
    assertEquals(List.of(), List.copyOf(told.readAgain));
    session.send(subscribed("user_orders"));
    Await.until(
        "reading",
        () -> List.copyOf(told.readAgain).equals(List.of("the private stream connected")));
    assertEquals(Health.UP, told.health(Part.ACCOUNT_STREAM));
  }

  @Test
  @Tag("fault:W6")
  void asksAgainAfterEveryReconnection() throws InterruptedException {
    FakeKalshi.Session first = start();
    connect(first);
    first.goAway();
    Await.until("down", () -> told.statuses.stream().anyMatch(s -> s.health() == Health.DOWN));
    connect(venue.session());
    Await.until("second reading", () -> told.readAgain.size() == 2);
  }

  @Test
  void reportsFillsInTheInstrumentOfOurOrder() throws InterruptedException {
    venue.on("POST /portfolio/events/orders", 500, "");
    var intent = Samples.intent(RAIN.no(), Side.BUY, "0.40", TimeInForce.IOC);
    var prepared = kalshi.orders().prepare(intent, Samples.market(RAIN));
    kalshi.orders().submit(prepared, Duration.ofSeconds(2));
    FakeKalshi.Session session = start();
    session.send(fill("pd-1", "ask"));
    Await.until("fill", () -> !told.fills.isEmpty());
    assertEquals(
        new Fill(
            new Fill.Key("kalshi", "t1", "o1"),
            intent.id(),
            RAIN.no(),
            Side.BUY,
            Quantity.ofShares(10),
            Price.parse("0.38"),
            Usd.parse("0.0377"),
            Fill.Liquidity.TAKER,
            FillStatus.FINAL,
            Instant.ofEpochMilli(1795187041354L)),
        told.fills.getFirst());
  }

  @Test
  void fillsOfOrdersThatItDoesNotKnowReadAsPurchases() throws InterruptedException {
    FakeKalshi.Session session = start();
    session.send(fill("pd-7", "ask"));
    session.send(fill("web#1", "bid"));
    Await.until("fills", () -> told.fills.size() == 2);
    Fill asked = told.fills.getFirst();
    assertEquals("pd-7 kalshi:RAIN-1/NO BUY 0.38", shown(asked));
    Fill bid = told.fills.getLast();
    assertNull(bid.order());
    assertEquals("null kalshi:RAIN-1/YES BUY 0.62", shown(bid));
  }

  @Test
  @Tag("fault:O11")
  void reportsOrdersWithTheVenuesReason() throws InterruptedException {
    FakeKalshi.Session session = start();
    session.send(order("pd-1", "canceled", "4.00"));
    Await.until("order", () -> !told.orders.isEmpty());
    OrderUpdate update = told.orders.getFirst();
    assertEquals(OrderState.CANCELLED, update.state());
    assertEquals(Quantity.ofShares(4), update.filled());
    assertEquals("CloseCancel", update.reason());
    assertEquals("o1", update.venueOrderId());
  }

  @Test
  @Tag("fault:W16")
  void aWordThatItDoesNotKnowEndsTheConnectionAndBeginsAfresh() throws InterruptedException {
    FakeKalshi.Session session = start();
    session.send(order("pd-1", "unknown", "0.00"));
    connect(venue.session());
    Await.until("reading", () -> told.readAgain.size() == 1);
    assertEquals(List.of(), List.copyOf(told.orders));
  }

  @Test
  @Tag("fault:R8")
  void tellsAPauseAndTheReturnFromIt() throws InterruptedException {
    status(true, false);
    start();
    Await.until("paused", () -> told.health(Part.TRADING) == Health.PAUSED);
    status(true, true);
    Await.until("up", () -> told.health(Part.TRADING) == Health.UP);
    assertTrue(told.readAgain.contains("trading resumed"), told.readAgain.toString());
  }

  private FakeKalshi.Session start() throws InterruptedException {
    kalshi.accountFeed().start(told);
    return venue.session();
  }

  private static void connect(FakeKalshi.Session session) {
    session.send(subscribed("fill"));
    session.send(subscribed("user_orders"));
  }

  private void status(boolean exchange, boolean trading) {
    venue.on(
        "GET /exchange/status",
        "{\"exchange_active\":%s,\"trading_active\":%s}".formatted(exchange, trading));
  }

  private static String shown(Fill fill) {
    return fill.order() + " " + fill.instrument() + " " + fill.side() + " " + fill.price();
  }

  private static String subscribed(String channel) {
    return "{\"type\":\"subscribed\",\"id\":2,\"msg\":{\"channel\":\"%s\",\"sid\":1}}"
        .formatted(channel);
  }

  private static String fill(String clientId, String side) {
    return """
    {"type":"fill","sid":13,"msg":{"trade_id":"t1","order_id":"o1","client_order_id":"%s",\
    "market_ticker":"RAIN-1","exchange_index":2,"is_taker":true,"book_side":"%s",\
    "yes_price_dollars":"0.6200","count_fp":"10.00","fee_cost":"0.037700",\
    "ts":1795187041,"ts_ms":1795187041354}}\
    """
        .formatted(clientId, side);
  }

  private static String order(String clientId, String status, String filled) {
    return """
    {"type":"user_order","sid":22,"msg":{"order_id":"o1","ticker":"RAIN-1","status":"%s",\
    "book_side":"bid","initial_count_fp":"10.00","fill_count_fp":"%s",\
    "remaining_count_fp":"0.00","client_order_id":"%s","last_update_reason":"CloseCancel",\
    "created_time":"2026-11-20T15:04:01Z","last_updated_ts_ms":1795187041000}}\
    """
        .formatted(status, filled, clientId);
  }
}
