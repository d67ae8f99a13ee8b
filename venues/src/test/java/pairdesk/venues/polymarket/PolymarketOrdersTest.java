package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Market;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Approval;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.OrderGateway;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.Secret;
import pairdesk.venues.polymarket.PolymarketSettings.Endpoints;
import pairdesk.venues.polymarket.PolymarketSettings.Limits;

class PolymarketOrdersTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration DEADLINE = Duration.ofMillis(800);

  private final MockWebServer server = new MockWebServer();
  private @Nullable Polymarket polymarket;

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    if (polymarket != null) {
      polymarket.close();
    }
    server.close();
  }

  private OrderGateway orders() {
    if (polymarket == null) {
      URI here = URI.create("http://127.0.0.1:" + server.getPort());
      URI stream = URI.create("ws://127.0.0.1:" + server.getPort());
      var account =
          new PolymarketSettings.Account(
              Secret.of("0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"),
              SignatureType.EOA,
              null,
              new ApiCredentials("our-key", Secret.of("AAECAwQFBgcICQ=="), Secret.of("phrase")),
              137);
      polymarket =
          Polymarket.open(
              new PolymarketSettings(
                  new Endpoints(here, here, here, stream, here), account, Limits.DEFAULT),
              InstantSource.fixed(NOW),
              new Random(7));
    }
    return polymarket.trading().orElseThrow().orders();
  }

  @Test
  @Tag("fault:M7")
  void anIocBuyAsksForExactlyTheseShares() {
    Fields body = Fields.parse(prepared(Side.BUY, TimeInForce.IOC).body());
    assertEquals("GTD", body.text("orderType"));
    Fields order = body.object("order");
    assertEquals("21090000", order.text("makerAmount"));
    assertEquals("57000000", order.text("takerAmount"));
    assertEquals(Long.toString(NOW.getEpochSecond() + 185), order.text("expiration"));
    assertEquals(Markets.NO, order.text("tokenId"));
    assertEquals("our-key", body.text("owner"));
  }

  @Test
  void anIocSellIsAFak() {
    Fields body = Fields.parse(prepared(Side.SELL, TimeInForce.IOC).body());
    assertEquals("FAK", body.text("orderType"));
    assertEquals("57000000", body.object("order").text("makerAmount"));
    assertEquals("21090000", body.object("order").text("takerAmount"));
  }

  @Test
  void aFokBuySpendsWhatTheSharesCostAtTheLimit() {
    Fields order = Fields.parse(prepared(Side.BUY, TimeInForce.FOK).body()).object("order");
    assertEquals("21090000", order.text("makerAmount"));
    assertEquals("57000000", order.text("takerAmount"));
  }

  @Test
  void theSameIntentSignedAgainIsAnotherOrder() {
    assertNotEquals(
        prepared(Side.BUY, TimeInForce.IOC).venueKey(),
        prepared(Side.BUY, TimeInForce.IOC).venueKey());
  }

  @Test
  @Tag("fault:R17")
  void refusesWhatTheVenueWouldRefuse() {
    refuses(terms(Side.BUY, "57", "0.375", TimeInForce.GTC, false), Markets.market());
    refuses(terms(Side.BUY, "57.001", "0.37", TimeInForce.GTC, false), Markets.market());
    refuses(terms(Side.BUY, "4", "0.37", TimeInForce.GTC, false), Markets.market());
    refuses(terms(Side.BUY, "5", "0.10", TimeInForce.IOC, false), Markets.market());
    refuses(terms(Side.BUY, "57", "0.37", TimeInForce.FOK, true), Markets.market());
    refuses(terms(Side.BUY, "57", "0.37", TimeInForce.GTD, false), Markets.market());
    refuses(
        terms(Side.BUY, "57", "0.37", TimeInForce.GTC, false),
        Markets.market(100, new FeeSchedule.Unknown("new")));
  }

  private void refuses(OrderIntent.Terms terms, Market market) {
    assertThrows(IllegalArgumentException.class, () -> orders().prepare(intent(terms), market));
  }

  @TestFactory
  @Tag("fault:O12")
  @Tag("fault:R7")
  Stream<DynamicTest> saysWhatARefusalProves() {
    return Stream.of(
            row(400, "{\"error\":\"not enough balance / allowance\"}", "INSUFFICIENT_BALANCE"),
            row(
                400,
                "{\"error\":\"order couldn't be fully filled. FOK orders are fully filled or"
                    + " killed.\"}",
                "NOT_FILLABLE"),
            row(
                400,
                "{\"error\":\"invalid post-only order: order crosses book\"}",
                "POST_ONLY_CROSSES"),
            row(
                400,
                "{\"error\":\"order 0x1 is invalid. Price (0.375) breaks minimum tick size"
                    + " rule: 0.01\"}",
                "BAD_PRICE"),
            row(
                400,
                "{\"error\":\"order 0x1 is invalid. Size (2) lower than the minimum: 5\"}",
                "BAD_SIZE"),
            row(400, "{\"error\":\"order 0x1 is invalid. Duplicated.\"}", "Unknown"),
            row(400, "oops", "Unknown"),
            row(401, "{\"error\":\"Unauthorized/Invalid api key\"}", "UNAUTHORISED"),
            row(403, "<html>blocked</html>", "BLOCKED"),
            row(
                404,
                "{\"error\":\"No orderbook exists for the requested token id\"}",
                "MARKET_CLOSED"),
            row(408, "", "Unknown"),
            row(425, "", "NotSent"),
            row(429, "{\"error\":\"Too Many Requests\"}", "RATE_LIMITED"),
            row(429, "<html>slow down</html>", "BLOCKED"),
            row(500, "{\"error\":\"could not insert order\"}", "Unknown"),
            row(502, "<html>bad gateway</html>", "Unknown"),
            row(
                503,
                "{\"error\":\"Trading is currently disabled. Check polymarket.com\"}",
                "VENUE_PAUSED"),
            row(
                503,
                "{\"error\":\"Trading is currently cancel-only. New orders are not"
                    + " accepted\"}",
                "VENUE_PAUSED"),
            row(
                503,
                "{\"error\":\"post-only mode: only post-only orders and cancels are"
                    + " allowed\",\"code\":\"post_only_mode\"}",
                "VENUE_RESTARTING"),
            row(503, "{\"error\":\"upstream\"}", "Unknown"),
            row(302, "", "Unknown"),
            row(
                200,
                "{\"success\":false,\"errorMsg\":\"not enough balance / allowance\","
                    + "\"orderID\":\"\",\"status\":\"\"}",
                "INSUFFICIENT_BALANCE"),
            row(
                200,
                "{\"success\":true,\"errorMsg\":\"\",\"orderID\":\"0x12\",\"status\":\"live\"}",
                "Unknown"),
            row(200, "{\"ok\":true}", "Unknown"),
            row(200, "not json", "Unknown"))
        .map(row -> DynamicTest.dynamicTest(row.name(), () -> check(row)));
  }

  @Test
  @Tag("fault:R9")
  void saysThatTheNextEntryWouldWaitAfterTooManyRequests() {
    PreparedOrder order = prepared(Side.SELL, TimeInForce.IOC);
    assertEquals(Duration.ZERO, orders().untilRoom(6));
    server.enqueue(
        new MockResponse.Builder()
            .code(429)
            .setHeader("Retry-After", "60")
            .body("{\"error\":\"Too Many Requests\"}")
            .build());
    orders().submit(order, DEADLINE);
    Duration wait = orders().untilRoom(1);
    assertTrue(wait.compareTo(Duration.ofSeconds(30)) > 0, wait.toString());
  }

  private record Row(int status, String body, String outcome) {
    String name() {
      return status + " " + body + " -> " + outcome;
    }
  }

  private static Row row(int status, String body, String outcome) {
    return new Row(status, body, outcome);
  }

  /** Each row has a client of its own: one that was told to slow down would wait. */
  private void check(Row row) {
    if (polymarket != null) {
      polymarket.close();
      polymarket = null;
    }
    PreparedOrder order = prepared(Side.SELL, TimeInForce.IOC);
    server.enqueue(new MockResponse.Builder().code(row.status()).body(row.body()).build());
    int before = server.getRequestCount();
    SubmitOutcome outcome = orders().submit(order, DEADLINE);
    String said =
        outcome instanceof SubmitOutcome.Rejected(RejectCode code, String _)
            ? code.name()
            : outcome.getClass().getSimpleName();
    assertEquals(row.outcome(), said);
    assertEquals(before + 1, server.getRequestCount());
  }

  @Test
  @Tag("fault:R30")
  void statusesThatTheVenueHasTakenIt() {
    assertEquals(accepted(OrderState.FILLED, "57"), answered(TimeInForce.IOC, "matched", "57"));
    assertEquals(accepted(OrderState.CANCELLED, "20"), answered(TimeInForce.IOC, "matched", "20"));
    assertEquals(accepted(OrderState.PARTLY, "20"), answered(TimeInForce.GTC, "matched", "20"));
    assertEquals(accepted(OrderState.LIVE, "0"), answered(TimeInForce.IOC, "delayed", ""));
    assertInstanceOf(SubmitOutcome.Unknown.class, answered(TimeInForce.IOC, "simmering", ""));
    assertInstanceOf(SubmitOutcome.Unknown.class, answered(TimeInForce.IOC, "matched", ""));
  }

  private SubmitOutcome answered(TimeInForce timeInForce, String status, String making) {
    PreparedOrder order = prepared(Side.SELL, timeInForce);
    if (timeInForce == TimeInForce.GTC) {
      server.enqueue(json("{\"heartbeat_id\":\"h1\"}"));
    }
    server.enqueue(posted(order, status, making, ""));
    return withoutId(orders().submit(order, DEADLINE));
  }

  private static SubmitOutcome withoutId(SubmitOutcome outcome) {
    return outcome instanceof SubmitOutcome.Accepted(String _, OrderState state, Quantity filled)
        ? new SubmitOutcome.Accepted("", state, filled)
        : outcome;
  }

  private static SubmitOutcome accepted(OrderState state, String filled) {
    return new SubmitOutcome.Accepted("", state, Quantity.parse(filled));
  }

  @Test
  void cancelsWhatAnIocBuyLeftInTheBook() throws InterruptedException {
    PreparedOrder order = prepared(Side.BUY, TimeInForce.IOC);
    String id = order.venueKey();
    server.enqueue(posted(order, "matched", "7.4", "20"));
    server.enqueue(json("{\"canceled\":[\"" + id + "\"],\"not_canceled\":{}}"));
    server.enqueue(json(orderObject(id, "CANCELED", "21")));
    assertEquals(
        new SubmitOutcome.Accepted(id, OrderState.CANCELLED, Quantity.ofShares(21)),
        orders().submit(order, DEADLINE));
    assertEquals("POST /order HTTP/1.1", server.takeRequest().getRequestLine());
    RecordedRequest cancel = server.takeRequest();
    assertEquals("DELETE /order HTTP/1.1", cancel.getRequestLine());
    assertEquals("{\"orderID\":\"" + id + "\"}", body(cancel));
  }

  @Test
  void anIocBuyWhoseRestMayLiveCountsAsLive() {
    PreparedOrder order = prepared(Side.BUY, TimeInForce.IOC);
    server.enqueue(posted(order, "live", "", ""));
    server.enqueue(new MockResponse.Builder().code(500).build());
    server.enqueue(json(orderObject(order.venueKey(), "LIVE", "0")));
    assertEquals(accepted(OrderState.LIVE, "0"), withoutId(orders().submit(order, DEADLINE)));
  }

  @Test
  void anAnswerThatIsLostIsUnknown() {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    assertInstanceOf(
        SubmitOutcome.Unknown.class,
        orders().submit(prepared(Side.SELL, TimeInForce.IOC), DEADLINE));
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void aRefusedConnectionWasNotSent() {
    PreparedOrder order = prepared(Side.SELL, TimeInForce.IOC);
    OrderGateway gateway = orders();
    server.close();
    assertInstanceOf(SubmitOutcome.NotSent.class, gateway.submit(order, DEADLINE));
  }

  @Test
  void sendsThePreparedBytesWithTheirSignature() throws InterruptedException {
    PreparedOrder order = prepared(Side.SELL, TimeInForce.IOC);
    server.enqueue(posted(order, "matched", "57", ""));
    orders().submit(order, DEADLINE);
    RecordedRequest request = server.takeRequest();
    assertEquals(order.body(), body(request));
    assertEquals("our-key", request.getHeaders().get("POLY_API_KEY"));
    assertEquals(Long.toString(NOW.getEpochSecond()), request.getHeaders().get("POLY_TIMESTAMP"));
    assertEquals(
        "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266", request.getHeaders().get("POLY_ADDRESS"));
  }

  @Test
  @Tag("fault:R32")
  void aCancelSaysOnlyWhatTheVenueSaid() {
    OrderRef order = ref("0xab");
    server.enqueue(json("{\"canceled\":[\"0xab\"],\"not_canceled\":{}}"));
    assertEquals(new CancelOutcome.Requested(), orders().cancel(order, DEADLINE));
    server.enqueue(
        json("{\"canceled\":[],\"not_canceled\":{\"0xab\":\"already canceled or matched\"}}"));
    assertEquals(
        new CancelOutcome.NotLive("already canceled or matched"), orders().cancel(order, DEADLINE));
    server.enqueue(new MockResponse.Builder().code(425).build());
    assertInstanceOf(CancelOutcome.Unknown.class, orders().cancel(order, DEADLINE));
    server.enqueue(json("{\"canceled\":[\"0xcd\"],\"not_canceled\":{}}"));
    assertInstanceOf(CancelOutcome.Unknown.class, orders().cancel(order, DEADLINE));
  }

  @Test
  void findsAnOrderWithItsFills() {
    orders()
        .prepare(intent(terms(Side.BUY, "57", "0.37", TimeInForce.GTC, false)), Markets.market());
    server.enqueue(json(orderObject("0xab", "MATCHED", "57")));
    server.enqueue(json(page(trade())));
    OrderLookup lookup = orders().lookup(ref("0xab"), DEADLINE);
    var found = assertInstanceOf(OrderLookup.Found.class, lookup);
    assertEquals(OrderState.FILLED, found.state());
    assertEquals(1, found.fills().size());
    assertEquals(new ClientOrderId("c1"), found.fills().getFirst().order());
    assertEquals(Usd.parse("0.66433"), found.fills().getFirst().fee());
  }

  @Test
  void anAbsenceNeedsCompleteReads() {
    server.enqueue(
        new MockResponse.Builder().code(404).body("{\"error\":\"Order not found\"}").build());
    server.enqueue(json(page("")));
    server.enqueue(json(page("")));
    assertEquals(new OrderLookup.Absent(NOW), orders().lookup(ref("0xab"), DEADLINE));

    server.enqueue(
        new MockResponse.Builder().code(404).body("{\"error\":\"Order not found\"}").build());
    server.enqueue(json("{\"data\":[]}"));
    OrderLookup cutOff = orders().lookup(ref("0xab"), DEADLINE);
    assertTrue(
        assertInstanceOf(OrderLookup.Unreadable.class, cutOff).reason().contains("next_cursor"));
  }

  @Test
  @Tag("fault:R23")
  void anUnknownStatusOfAnOrderProvesNothing() {
    server.enqueue(json(orderObject("0xab", "SIMMERING", "0")));
    server.enqueue(json(page("")));
    assertInstanceOf(OrderLookup.Unreadable.class, orders().lookup(ref("0xab"), DEADLINE));
  }

  @Test
  void nothingLeavesAfterTheApprovalRanOut() {
    OrderIntent intent = intent(terms(Side.BUY, "57", "0.37", TimeInForce.IOC, false));
    OrderIntent late =
        new OrderIntent(
            intent.id(),
            intent.origin(),
            intent.instrument(),
            intent.terms(),
            new Approval("v1", 1, Usd.ofDollars(100), NOW));
    var orders = orders();
    PreparedOrder order = orders.prepare(late, Markets.market());
    int before = server.getRequestCount();
    assertEquals(new SubmitOutcome.NotSent("the approval ran out"), orders.submit(order, DEADLINE));
    assertEquals(before, server.getRequestCount());
  }

  private PreparedOrder prepared(Side side, TimeInForce timeInForce) {
    return orders()
        .prepare(intent(terms(side, "57", "0.37", timeInForce, false)), Markets.market());
  }

  private static OrderIntent.Terms terms(
      Side side, String shares, String limit, TimeInForce timeInForce, boolean postOnly) {
    return new OrderIntent.Terms(
        side, Quantity.parse(shares), Price.parse(limit), timeInForce, postOnly, null);
  }

  private static OrderIntent intent(OrderIntent.Terms terms) {
    return new OrderIntent(
        new ClientOrderId("c1"),
        new OrderIntent.Origin(new ExecutionId("e1"), 0, 0, Purpose.ENTRY, null),
        Markets.market().id().no(),
        terms,
        new Approval("v1", 1, Usd.ofDollars(100), NOW.plusSeconds(5)));
  }

  private static OrderRef ref(String digest) {
    return new OrderRef(
        new ClientOrderId("c1"), Markets.market().id().no(), digest, null, NOW.minusSeconds(1));
  }

  private static MockResponse json(String body) {
    return new MockResponse.Builder()
        .addHeader("content-type", "application/json")
        .body(body)
        .build();
  }

  private static MockResponse posted(
      PreparedOrder order, String status, String making, String taking) {
    return json(
        """
        {"success":true,"errorMsg":"","orderID":"%s","status":"%s","makingAmount":"%s",\
        "takingAmount":"%s","transactionsHashes":[],"tradeIDs":[]}\
        """
            .formatted(order.venueKey(), status, making, taking));
  }

  private static String orderObject(String id, String status, String matched) {
    return """
    {"id":"%s","status":"%s","market":"%s","asset_id":"%s","side":"BUY","original_size":"57",\
    "size_matched":"%s","price":"0.37","created_at":1795132800}\
    """
        .formatted(id, status, Markets.CONDITION, Markets.NO, matched);
  }

  private static String trade() {
    return """
    {"id":"t1","taker_order_id":"0xab","market":"%s","asset_id":"%s","side":"BUY","size":"57",\
    "price":"0.37","status":"CONFIRMED","match_time":"1795132800","trader_side":"TAKER",\
    "maker_orders":[{"order_id":"0xcd","owner":"x","maker_address":"0x1","matched_amount":"57",\
    "price":"0.37","asset_id":"%s","side":"SELL"}]}\
    """
        .formatted(Markets.CONDITION, Markets.NO, Markets.NO);
  }

  private static String page(String items) {
    return "{\"limit\":100,\"count\":0,\"next_cursor\":\"LTE=\",\"data\":["
        + String.join(",", items.isEmpty() ? List.of() : List.of(items))
        + "]}";
  }

  private static String body(RecordedRequest request) {
    return request.getBody() == null ? "" : request.getBody().utf8();
  }
}
