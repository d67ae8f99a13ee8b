package pairdesk.venues.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.AccountSnapshot.Cash;
import pairdesk.engine.venue.AccountSnapshot.Holding;
import pairdesk.engine.venue.AccountSnapshot.Part;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.engine.venue.VenueStatus;
import pairdesk.sandbox.faults.RequestFault;
import pairdesk.sandbox.faults.StreamFault;
import pairdesk.sandbox.wire.kalshi.Limits;
import pairdesk.venues.net.Await;
import pairdesk.venues.net.StreamRecorder;

/** Orders on the sandbox, against what it knows itself. */
class KalshiSandboxOrdersTest {
  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final String PATH = "/portfolio/events/orders";
  private static final Duration HOLD = Duration.ofMillis(50);

  private final AtomicInteger ids = new AtomicInteger();
  private final StreamRecorder told = new StreamRecorder();
  private SandboxKalshi venue = new SandboxKalshi();
  private Kalshi kalshi = venue.client();
  private MarketId market = venue.market(0);

  @BeforeEach
  void quote() {
    venue.quote(market, "0.40", "0.52", 50);
  }

  @AfterEach
  void close() {
    kalshi.close();
    venue.close();
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void anOrderFillsAndBecomesAPosition(Outcome outcome) {
    connect();
    var instrument = new Instrument(market, outcome);
    OrderIntent intent = intent(instrument, Side.BUY, "10", "0.65", TimeInForce.IOC);
    var accepted = assertInstanceOf(SubmitOutcome.Accepted.class, submit(intent));
    assertEquals(OrderState.FILLED, accepted.state());
    Await.until("fill told", () -> !told.fills.isEmpty());
    Fill fill = told.fills.getFirst();
    assertEquals(intent.id(), fill.order());
    assertEquals(instrument, fill.instrument());
    assertEquals(Side.BUY, fill.side());
    assertEquals(Price.parse(outcome == Outcome.YES ? "0.52" : "0.60"), fill.price());
    Await.until(
        "order told", () -> told.orders.stream().anyMatch(o -> o.state() == OrderState.FILLED));

    AccountSnapshot account = kalshi.account().read(Instant.now().minusSeconds(60));
    assertEquals(List.of(new Holding(instrument, Quantity.ofShares(10))), account.holdings());
    assertEquals(fill.fee(), account.fills().getFirst().fee());
    assertEquals(List.of(fill.key()), account.fills().stream().map(Fill::key).toList());
    assertTruth(account);
    var found = assertInstanceOf(OrderLookup.Found.class, lookup(intent));
    assertEquals(List.of(fill.price()), found.fills().stream().map(Fill::price).toList());
    assertEquals(fill.side(), found.fills().getFirst().side());
  }

  @Test
  void sellingClosesThePosition() {
    connect();
    submit(intent(market.no(), Side.BUY, "10", "0.60", TimeInForce.IOC));
    OrderIntent sale = intent(market.no(), Side.SELL, "10", "0.48", TimeInForce.IOC);
    assertEquals(
        OrderState.FILLED, assertInstanceOf(SubmitOutcome.Accepted.class, submit(sale)).state());
    Await.until("both fills told", () -> told.fills.size() == 2);
    assertEquals(Side.SELL, told.fills.getLast().side());
    assertEquals(Price.parse("0.48"), told.fills.getLast().price());
    AccountSnapshot account = kalshi.account().read(Instant.now().minusSeconds(60));
    assertEquals(List.of(), account.holdings());
    assertTruth(account);
  }

  @Test
  void restsAndIsCancelled() {
    connect();
    OrderIntent intent = intent(market.yes(), Side.BUY, "10", "0.30", TimeInForce.GTC);
    var accepted = assertInstanceOf(SubmitOutcome.Accepted.class, submit(intent));
    assertEquals(OrderState.LIVE, accepted.state());
    AccountSnapshot account = kalshi.account().read(Instant.now());
    assertEquals(List.of(intent.id()), account.openOrders().stream().map(o -> o.id()).toList());
    assertTruth(account);
    assertEquals(new CancelOutcome.Requested(), kalshi.orders().cancel(ref(intent, null), LIMIT));
    Await.until(
        "told", () -> told.orders.stream().anyMatch(o -> o.state() == OrderState.CANCELLED));
    assertInstanceOf(
        CancelOutcome.NotLive.class,
        kalshi.orders().cancel(ref(intent, accepted.venueOrderId()), LIMIT));
    assertEquals(
        OrderState.CANCELLED, assertInstanceOf(OrderLookup.Found.class, lookup(intent)).state());
  }

  @Test
  void cancelsAll() {
    submit(intent(market.yes(), Side.BUY, "10", "0.30", TimeInForce.GTC));
    submit(intent(market.no(), Side.BUY, "10", "0.30", TimeInForce.GTC));
    assertEquals(new CancelOutcome.Requested(), kalshi.orders().cancelAll(LIMIT));
    Await.until("gone", () -> kalshi.account().read(Instant.now()).openOrders().isEmpty());
  }

  @Test
  void theVenuesRefusalsAreUnderstood() {
    assertEquals(RejectCode.INSUFFICIENT_BALANCE, refusal("1000", "0.90", TimeInForce.GTC));
    assertEquals(RejectCode.NOT_FILLABLE, refusal("60", "0.52", TimeInForce.FOK));
    venue.exchange.setClose(market, Instant.now().minusSeconds(1));
    venue.exchange.advance();
    assertEquals(RejectCode.MARKET_CLOSED, refusal("1", "0.52", TimeInForce.IOC));
  }

  @Test
  @Tag("fault:O13")
  void anIocThatFindsNothingEndsEmpty() {
    var accepted =
        assertInstanceOf(
            SubmitOutcome.Accepted.class,
            submit(intent(market.yes(), Side.BUY, "10", "0.45", TimeInForce.IOC)));
    assertEquals(OrderState.CANCELLED, accepted.state());
    assertEquals(Quantity.ZERO, accepted.filled());
  }

  @Test
  @Tag("fault:R10")
  @Tag("fault:S7")
  void aWrongKeyTradesNothing() {
    kalshi.close();
    kalshi = venue.client(Keys.pkcs1(Keys.generate("RSA")));
    assertEquals(RejectCode.UNAUTHORISED, refusal("1", "0.52", TimeInForce.IOC));
    assertFalse(kalshi.account().eligibility().mayTrade());
    kalshi.accountFeed().start(told);
    Await.until(
        "refused", () -> told.health(VenueStatus.Part.ACCOUNT_STREAM) == VenueStatus.Health.DOWN);
    assertTrue(
        told.statuses.stream().anyMatch(s -> s.cause().contains("401")), told.statuses.toString());
  }

  @Test
  void tooManyRequestsAreARejection() {
    close();
    venue = new SandboxKalshi(new Limits("tiny", budget(1_000), budget(10)));
    kalshi = venue.client();
    market = venue.market(0);
    submit(intent(market.yes(), Side.BUY, "1", "0.30", TimeInForce.GTC));
    assertEquals(RejectCode.RATE_LIMITED, refusal("1", "0.30", TimeInForce.GTC));
  }

  @Test
  @Tag("fault:R1")
  void aLostReplyIsUnknownAndThenFoundOnce() {
    venue.nextRequest("POST", PATH, new RequestFault.LoseReply(HOLD));
    OrderIntent intent = intent(market.yes(), Side.BUY, "10", "0.52", TimeInForce.IOC);
    assertInstanceOf(SubmitOutcome.Unknown.class, submit(intent));
    var found = assertInstanceOf(OrderLookup.Found.class, lookup(intent));
    assertEquals(OrderState.FILLED, found.state());
    assertEquals(1, venue.log.entries().size());
  }

  @Test
  void aLostRequestIsUnknownAndThenAbsent() {
    venue.nextRequest("POST", PATH, new RequestFault.LoseRequest(HOLD));
    OrderIntent intent = intent(market.yes(), Side.BUY, "10", "0.52", TimeInForce.IOC);
    assertInstanceOf(SubmitOutcome.Unknown.class, submit(intent));
    assertInstanceOf(OrderLookup.Absent.class, lookup(intent));
    assertEquals(1, venue.log.entries().size());
  }

  @Test
  @Tag("fault:R3")
  void anOrderThatIsBookedLateIsFoundLate() {
    venue.nextRequest("POST", PATH, new RequestFault.BookLate(HOLD, Duration.ofSeconds(1)));
    OrderIntent intent = intent(market.yes(), Side.BUY, "10", "0.52", TimeInForce.IOC);
    assertInstanceOf(SubmitOutcome.Unknown.class, submit(intent));
    assertInstanceOf(OrderLookup.Absent.class, lookup(intent));
    Await.until("found", () -> lookup(intent) instanceof OrderLookup.Found);
  }

  @Test
  void unavailableSaysNothingAboutTheOrder() {
    for (boolean executed : new boolean[] {true, false}) {
      String body = "{\"error\":{\"code\":\"service_unavailable\"}}";
      var fault = new RequestFault.Replace(executed, 503, Map.of("Retry-After", "0"), body);
      venue.nextRequest("POST", PATH, fault);
      OrderIntent intent = intent(market.yes(), Side.BUY, "1", "0.52", TimeInForce.IOC);
      assertInstanceOf(SubmitOutcome.Unknown.class, submit(intent));
      assertEquals(executed, lookup(intent) instanceof OrderLookup.Found);
    }
    assertEquals(2, venue.log.entries().size());
  }

  @Test
  @Tag("fault:R16")
  void aRequestThatArrivesTwiceIsOneOrder() {
    venue.nextRequest("POST", PATH, new RequestFault.Duplicate());
    OrderIntent intent = intent(market.yes(), Side.BUY, "10", "0.30", TimeInForce.GTC);
    assertInstanceOf(SubmitOutcome.Unknown.class, submit(intent));
    assertInstanceOf(OrderLookup.Found.class, lookup(intent));
    assertEquals(1, kalshi.account().read(Instant.now()).openOrders().size());
  }

  @Test
  @Tag("fault:W14")
  void aDroppedPrivateSocketAsksForAReading() {
    connect();
    venue.nextMessage("user_order", new StreamFault.CloseSocket());
    OrderIntent intent = intent(market.yes(), Side.BUY, "10", "0.30", TimeInForce.GTC);
    submit(intent);
    Await.until("second reading", () -> told.readAgain.size() >= 2);
    assertEquals(
        List.of(intent.id()),
        kalshi.account().read(Instant.now()).openOrders().stream().map(o -> o.id()).toList());
  }

  private void connect() {
    kalshi.accountFeed().start(told);
    Await.until("connected", () -> !told.readAgain.isEmpty());
  }

  private void assertTruth(AccountSnapshot account) {
    var truth = venue.exchange.account(SandboxKalshi.TRADER);
    assertEquals(Part.values().length, account.complete().size());
    for (Cash cash : account.cash()) {
      Usd known = truth.cash().getOrDefault(cash.shard(), Usd.ZERO);
      assertEquals(known.e6() / cash.precisionE6() * cash.precisionE6(), cash.total().e6());
    }
    assertEquals(truth.cash().size(), account.cash().size());
  }

  private RejectCode refusal(String quantity, String limit, TimeInForce life) {
    OrderIntent intent = intent(market.yes(), Side.BUY, quantity, limit, life);
    return assertInstanceOf(SubmitOutcome.Rejected.class, submit(intent)).code();
  }

  private SubmitOutcome submit(OrderIntent intent) {
    var listed = kalshi.catalog().read(market).orElseThrow();
    return kalshi.orders().submit(kalshi.orders().prepare(intent, listed), LIMIT);
  }

  private OrderLookup lookup(OrderIntent intent) {
    return kalshi.orders().lookup(ref(intent, null), LIMIT);
  }

  private OrderIntent intent(
      Instrument instrument, Side side, String quantity, String limit, TimeInForce life) {
    var terms = Samples.terms(side, quantity, limit, life);
    OrderIntent sample = Samples.intent(instrument, terms, Samples.FAR);
    var id = new ClientOrderId("sandbox-" + ids.incrementAndGet());
    return new OrderIntent(id, sample.origin(), instrument, terms, sample.approval());
  }

  private static OrderRef ref(OrderIntent intent, @Nullable String id) {
    return new OrderRef(
        intent.id(), intent.instrument(), intent.id().value(), id, Instant.now().minusSeconds(30));
  }

  private static Limits.Budget budget(int tokens) {
    return new Limits.Budget(tokens, tokens);
  }
}
