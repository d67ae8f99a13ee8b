package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.venues.net.Secret;
import pairdesk.venues.polymarket.PolymarketSettings.Endpoints;
import pairdesk.venues.polymarket.PolymarketSettings.Limits;

class PolymarketBatchesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  private final MockWebServer server = new MockWebServer();
  private Polymarket polymarket;

  @BeforeEach
  void start() throws IOException {
    server.start();
    URI here = URI.create("http://127.0.0.1:" + server.getPort());
    URI stream = URI.create("ws://127.0.0.1:" + server.getPort());
    var account =
        new PolymarketSettings.Account(
            Secret.of("46".repeat(32)),
            SignatureType.EOA,
            null,
            new ApiCredentials("our-key", Secret.of("AAEC"), Secret.of("phrase")),
            137);
    polymarket =
        Polymarket.open(
            new PolymarketSettings(
                new Endpoints(here, here, here, stream, here), account, Limits.DEFAULT),
            InstantSource.fixed(NOW),
            new Random(7));
  }

  @AfterEach
  void stop() {
    polymarket.close();
    server.close();
  }

  /** The venue says success of a refused part as well: what counts is its error and its id. */
  @Test
  void judgesEachOrderByItsOwnAnswer() {
    List<PreparedOrder> orders = List.of(fok(1), fok(2), fok(3), fok(4));
    answer(
        "["
            + String.join(
                ",",
                part(true, "", orders.get(0).venueKey(), "matched", "10"),
                part(true, "not enough balance / allowance", "", "", ""),
                part(
                    false,
                    "order couldn't be fully filled. FOK orders are fully filled or killed.",
                    "",
                    "",
                    ""),
                part(true, "", "0xanother", "matched", "10"))
            + "]");
    List<SubmitOutcome> outcomes = batches().submit(orders, DEADLINE);
    assertEquals(
        new SubmitOutcome.Accepted(
            orders.get(0).venueKey(), OrderState.FILLED, Quantity.ofShares(10)),
        outcomes.get(0));
    assertEquals(RejectCode.INSUFFICIENT_BALANCE, rejected(outcomes.get(1)));
    assertEquals(RejectCode.NOT_FILLABLE, rejected(outcomes.get(2)));
    assertInstanceOf(SubmitOutcome.Unknown.class, outcomes.get(3));
  }

  @Test
  @Tag("fault:R26")
  void knowsNothingOfAnyOrderWhenTheAnswersAreNotAsMany() {
    List<PreparedOrder> orders = List.of(fok(1), fok(2));
    answer("[" + part(true, "", orders.get(0).venueKey(), "matched", "10") + "]");
    batches()
        .submit(orders, DEADLINE)
        .forEach(outcome -> assertInstanceOf(SubmitOutcome.Unknown.class, outcome));
  }

  @Test
  void refusesTheBatchWholeWhereTheVenueDoes() {
    server.enqueue(
        new MockResponse.Builder()
            .code(400)
            .body("{\"error\":\"Too many orders in payload: 2, max allowed: 1\"}")
            .build());
    batches()
        .submit(List.of(fok(1), fok(2)), DEADLINE)
        .forEach(outcome -> assertEquals(RejectCode.OTHER, rejected(outcome)));
  }

  @Test
  void sendsOneArrayAndHasNoIocPurchaseInIt() throws InterruptedException {
    PreparedOrder one = fok(1);
    PreparedOrder two = fok(2);
    answer("[]");
    batches().submit(List.of(one, two), DEADLINE);
    RecordedRequest request = server.takeRequest();
    assertEquals("/orders", request.getUrl().encodedPath());
    assertEquals(
        "[" + one.body() + "," + two.body() + "]",
        Objects.requireNonNull(request.getBody()).utf8());
    PreparedOrder exact = prepared(3, TimeInForce.IOC);
    assertThrows(IllegalArgumentException.class, () -> batches().submit(List.of(exact), DEADLINE));
    assertThrows(IllegalArgumentException.class, () -> batches().submit(List.of(), DEADLINE));
  }

  @Test
  void tellsOfEachCancelWhetherItWasTaken() {
    answer("{\"canceled\":[\"0xa\"],\"not_canceled\":{\"0xb\":\"order already matched\"}}");
    assertEquals(
        List.of(new CancelOutcome.Requested(), new CancelOutcome.NotLive("order already matched")),
        batches().cancel(List.of(ref("0xa"), ref("0xb")), DEADLINE));
  }

  private PolymarketBatches batches() {
    return polymarket.trading().orElseThrow().extras().batches();
  }

  private static RejectCode rejected(SubmitOutcome outcome) {
    return assertInstanceOf(SubmitOutcome.Rejected.class, outcome).code();
  }

  private PreparedOrder fok(int number) {
    return prepared(number, TimeInForce.FOK);
  }

  private PreparedOrder prepared(int number, TimeInForce life) {
    var intent =
        new OrderIntent(
            new ClientOrderId("o" + number),
            new OrderIntent.Origin(new ExecutionId("e"), 0, number, Purpose.ENTRY, null),
            Markets.market().id().yes(),
            new OrderIntent.Terms(
                Side.BUY, Quantity.ofShares(10), Price.ofCents(50), life, false, null),
            new Approval("v", 1, Usd.ofDollars(10), NOW.plusSeconds(30)));
    return polymarket.trading().orElseThrow().orders().prepare(intent, Markets.market());
  }

  private static OrderRef ref(String id) {
    return new OrderRef(new ClientOrderId("o"), Markets.market().id().yes(), id, id, NOW);
  }

  private void answer(String body) {
    server.enqueue(new MockResponse.Builder().body(body).build());
  }

  private static String part(
      boolean success, String error, String id, String status, String shares) {
    assertTrue(error.indexOf('"') < 0);
    return """
    {"success":%s,"errorMsg":"%s","orderID":"%s","status":"%s","makingAmount":"","takingAmount":"%s"}\
    """
        .formatted(success, error, id, status, shares);
  }
}
