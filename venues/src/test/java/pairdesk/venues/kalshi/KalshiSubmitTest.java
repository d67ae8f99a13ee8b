package pairdesk.venues.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.venues.kalshi.Samples.RAIN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;

/** What every kind of answer to an order means, on the wire. */
class KalshiSubmitTest {
  private static final String ORDERS = "POST /portfolio/events/orders";
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final FakeKalshi venue = new FakeKalshi();
  private final Kalshi kalshi = venue.client();

  @AfterEach
  void close() {
    kalshi.close();
    venue.close();
  }

  @ParameterizedTest
  @CsvSource({
    "10.00, 0.00, FILLED, 10",
    "4.00, 0.00, CANCELLED, 4",
    "0.00, 0.00, CANCELLED, 0",
    "0.00, 10.00, LIVE, 0",
    "4.00, 6.00, PARTLY, 4",
  })
  void acceptedSaysWhatWasFilled(String filled, String rests, OrderState state, String shares) {
    venue.on(
        ORDERS,
        201,
        "{\"order_id\":\"o1\",\"client_order_id\":\"pd-1\",\"fill_count\":\"%s\",\"remaining_count\":\"%s\"}"
            .formatted(filled, rests));
    assertEquals(new SubmitOutcome.Accepted("o1", state, Quantity.parse(shares)), submit());
    var sent = venue.to(ORDERS).getFirst();
    assertEquals("application/json", sent.getHeaders().get("Content-Type"));
    assertEquals("key-1", sent.getHeaders().get("KALSHI-ACCESS-KEY"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | insufficient_balance |  | INSUFFICIENT_BALANCE",
        "400 | available_balance_too_low |  | INSUFFICIENT_BALANCE",
        "400 | invalid_price |  | BAD_PRICE",
        "400 | invalid_order_size |  | BAD_SIZE",
        "400 | invalid_order | post only cross | POST_ONLY_CROSSES",
        "400 | invalid_parameters |  | OTHER",
        "400 | MARKET_INACTIVE |  | MARKET_CLOSED",
        "409 | market_inactive |  | MARKET_CLOSED",
        "401 | authentication_error | INCORRECT_API_KEY_SIGNATURE | UNAUTHORISED",
        "403 | forbidden |  | OTHER",
        "404 | market_not_found |  | MARKET_CLOSED",
        "409 | fill_or_kill_insufficient_resting_volume |  | NOT_FILLABLE",
        "409 | trading_is_paused |  | VENUE_PAUSED",
        "410 | deprecated_v1_order_endpoint |  | BLOCKED",
        "422 | unprocessable |  | OTHER",
      })
  void theVenuesOwnNoIsARejection(int status, String code, String details, RejectCode meaning) {
    String more = details == null ? "" : ",\"details\":\"" + details + "\"";
    venue.on(ORDERS, status, "{\"error\":{\"code\":\"%s\"%s}}".formatted(code, more));
    var rejected = assertInstanceOf(SubmitOutcome.Rejected.class, submit());
    assertEquals(meaning, rejected.code());
    assertTrue(rejected.text().contains(code), rejected.text());
  }

  @Test
  @Tag("fault:R35")
  void anEndpointThatIsGoneTakesNothingAndSaysSo() {
    venue.on(ORDERS, 410, "{\"error\":{\"code\":\"deprecated\",\"message\":\"use the new one\"}}");
    assertEquals(new SubmitOutcome.Rejected(RejectCode.BLOCKED, "use the new one"), submit());
  }

  @Test
  void understandsTheOtherShapesOfError() {
    venue.on(ORDERS, 400, "{\"code\":\"bad_request\",\"message\":\"bad request\"}");
    assertInstanceOf(SubmitOutcome.Rejected.class, submit());
    venue.on(ORDERS, 400, "{\"msg\":\"Parameter validation failed\"}");
    assertInstanceOf(SubmitOutcome.Rejected.class, submit());
    venue.on(ORDERS, 429, "{\"error\":\"too many requests\"}");
    assertEquals(
        new SubmitOutcome.Rejected(RejectCode.RATE_LIMITED, "too many requests"), submit());
  }

  @Test
  @Tag("fault:R9")
  void saysThatTheNextEntryWouldWaitAfterTooManyRequests() {
    assertEquals(Duration.ZERO, kalshi.orders().untilRoom(6));
    var busy = FakeKalshi.json(429, "{\"error\":\"too many requests\"}").newBuilder();
    venue.on(ORDERS, _ -> busy.setHeader("Retry-After", "60").build());
    submit();
    Duration wait = kalshi.orders().untilRoom(1);
    assertTrue(wait.compareTo(Duration.ofSeconds(30)) > 0, wait.toString());
  }

  @Test
  @Tag("fault:R16")
  void aUsedIdMeansLook() {
    venue.on(ORDERS, 409, "{\"error\":{\"code\":\"order_already_exists\"}}");
    assertInstanceOf(SubmitOutcome.Unknown.class, submit());
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 408, 418, 425, 500, 502, 503, 504, 520, 524})
  void otherStatusesAreUnknown(int status) {
    venue.on(ORDERS, status, "{\"error\":{\"code\":\"service_unavailable\"}}");
    assertInstanceOf(SubmitOutcome.Unknown.class, submit());
    assertEquals(1, venue.to(ORDERS).size());
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 429})
  void aPageOfTheEdgeIsABlock(int status) {
    var page = new MockResponse.Builder().code(status).setHeader("Content-Type", "text/html");
    venue.on(ORDERS, _ -> page.body("<html>Access denied</html>").build());
    var rejected = assertInstanceOf(SubmitOutcome.Rejected.class, submit());
    assertEquals(RejectCode.BLOCKED, rejected.code());
  }

  @Test
  void aNoWithoutTheVenuesWordsIsUnknown() {
    for (int status : List.of(400, 404, 409, 422, 429)) {
      venue.on(ORDERS, status, "");
      assertInstanceOf(SubmitOutcome.Unknown.class, submit(), "HTTP " + status);
    }
  }

  @Test
  @Tag("fault:R21")
  void aYesThatIsNotAsDocumentedIsUnknown() {
    for (String body :
        List.of(
            "",
            "{}",
            "[]",
            "{\"order_id\":\"o1\"}",
            "{\"order_id\":\"o1\",\"fill_count\":1,\"remaining_count\":\"0.00\"}",
            "{\"fill_count\":\"1.00\",\"remaining_count\":\"0.00\"}",
            "{\"order_id\":\"o1\",\"client_order_id\":\"another\",\"fill_count\":\"1.00\",\"remaining_count\":\"0.00\"}")) {
      venue.on(ORDERS, 201, body);
      assertInstanceOf(SubmitOutcome.Unknown.class, submit(), body);
    }
  }

  @Test
  void aLostAnswerIsUnknownAndNothingIsRepeated() {
    venue.on(
        ORDERS,
        _ -> new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    assertInstanceOf(SubmitOutcome.Unknown.class, submit());
    assertEquals(1, venue.to(ORDERS).size());
  }

  @Test
  @Tag("fault:R2")
  void aRepairWithoutAnAnswerIsSentOnceMoreByteForByte() {
    firstWithoutAnswer(
        201,
        "{\"order_id\":\"o1\",\"client_order_id\":\"pd-1\",\"fill_count\":\"10.00\",\"remaining_count\":\"0.00\"}");
    assertEquals(
        new SubmitOutcome.Accepted("o1", OrderState.FILLED, Quantity.parse("10")), repair());
    List<String> bodies =
        venue.to(ORDERS).stream().map(sent -> String.valueOf(sent.getBody())).toList();
    assertEquals(2, bodies.size());
    assertEquals(bodies.getFirst(), bodies.getLast());
  }

  @ParameterizedTest
  @CsvSource({
    "409, order_already_exists",
    "409, trading_is_paused",
    "400, insufficient_balance",
    "503, service_unavailable",
  })
  void onlyAYesToTheSecondSaysWhatBecameOfTheFirst(int status, String code) {
    firstWithoutAnswer(status, "{\"error\":{\"code\":\"%s\"}}".formatted(code));
    assertInstanceOf(SubmitOutcome.Unknown.class, repair());
    assertEquals(2, venue.to(ORDERS).size());
  }

  @Test
  void aRepairThatIsAnsweredIsNotRepeated() {
    venue.on(ORDERS, 400, "{\"error\":{\"code\":\"insufficient_balance\"}}");
    assertInstanceOf(SubmitOutcome.Rejected.class, repair());
    venue.on(ORDERS, 503, "{\"error\":{\"code\":\"service_unavailable\"}}");
    assertInstanceOf(SubmitOutcome.Unknown.class, repair());
    assertEquals(2, venue.to(ORDERS).size());
  }

  @Test
  void nothingLeavesWithoutAVenueOrWithoutAnApproval() {
    venue.close();
    assertInstanceOf(SubmitOutcome.NotSent.class, submit());
    var terms = Samples.terms(Side.BUY, "1", "0.40", TimeInForce.IOC);
    var late = Samples.intent(RAIN.yes(), terms, Instant.parse("2026-01-01T00:00:00Z"));
    var prepared = kalshi.orders().prepare(late, Samples.market(RAIN));
    assertEquals(
        new SubmitOutcome.NotSent("the approval ran out"), kalshi.orders().submit(prepared, LIMIT));
  }

  @Test
  @Tag("fault:R33")
  @Tag("fault:R34")
  void cancelsWithTheTickerThatFindsTheShard() {
    String path = "DELETE /portfolio/events/orders/o1";
    venue.on(path, "{\"order_id\":\"other\",\"reduced_by\":\"1.00\"}");
    assertEquals(new CancelOutcome.Requested(), cancel());
    assertEquals(
        "/trade-api/v2/portfolio/events/orders/o1?market_ticker=RAIN-1",
        venue.to(path).getFirst().getTarget());
  }

  @Test
  @Tag("fault:R32")
  void aCancelThatFindsNothingMeansLook() {
    assertEquals(new CancelOutcome.NotLive("not found"), cancel());
    for (int status : List.of(400, 409, 429, 500, 503)) {
      venue.on("DELETE /portfolio/events/orders/o1", status, "{\"error\":{\"code\":\"x\"}}");
      assertInstanceOf(CancelOutcome.Unknown.class, cancel(), "HTTP " + status);
    }
  }

  @Test
  void cancelsAll() {
    venue.on("DELETE /portfolio/events/orders", 204, "");
    assertEquals(new CancelOutcome.Requested(), kalshi.orders().cancelAll(LIMIT));
  }

  /** The connection ends instead of the first answer; the second is this. */
  private void firstWithoutAnswer(int status, String body) {
    venue.on(
        ORDERS,
        _ ->
            venue.to(ORDERS).size() > 1
                ? FakeKalshi.json(status, body)
                : new MockResponse.Builder()
                    .onResponseStart(new SocketEffect.CloseSocket())
                    .build());
  }

  private SubmitOutcome repair() {
    OrderIntent entry = Samples.intent(RAIN.yes(), Side.BUY, "0.40", TimeInForce.IOC);
    OrderIntent.Origin origin = entry.origin();
    var hedge =
        new OrderIntent(
            entry.id(),
            new OrderIntent.Origin(
                origin.execution(), origin.leg(), origin.attempt(), Purpose.HEDGE, origin.pair()),
            entry.instrument(),
            entry.terms(),
            entry.approval());
    var prepared = kalshi.orders().prepare(hedge, Samples.market(RAIN));
    return kalshi.orders().submit(prepared, LIMIT);
  }

  private SubmitOutcome submit() {
    var intent = Samples.intent(RAIN.yes(), Side.BUY, "0.40", TimeInForce.IOC);
    var prepared = kalshi.orders().prepare(intent, Samples.market(RAIN));
    return kalshi.orders().submit(prepared, LIMIT);
  }

  private CancelOutcome cancel() {
    return kalshi.orders().cancel(Samples.ref(RAIN.yes(), "o1"), LIMIT);
  }
}
