package pairdesk.venues.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.sandbox.faults.RequestFault;
import pairdesk.sandbox.wire.kalshi.Limits;
import pairdesk.venues.net.Await;
import pairdesk.venues.net.StreamRecorder;

/** What Kalshi offers beyond the ports, on the sandbox. */
class KalshiToolsTest {
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final AtomicInteger ids = new AtomicInteger();
  private final SandboxKalshi venue = new SandboxKalshi();
  private final Kalshi kalshi = venue.client();
  private final MarketId market = venue.market(0);
  private final Market listed = kalshi.catalog().read(market).orElseThrow();

  @BeforeEach
  void quote() {
    venue.quote(market, "0.40", "0.52", 50);
  }

  @AfterEach
  void close() {
    kalshi.close();
    venue.close();
  }

  @Test
  @Tag("fault:R26")
  void eachItemOfABatchHasAnOutcomeOfItsOwn() {
    PreparedOrder rests = rest(market.yes(), "10", "0.30");
    List<SubmitOutcome> outcomes =
        kalshi
            .tools()
            .batches()
            .submit(
                List.of(rests, rest(market.yes(), "1000", "0.39"), rest(market.no(), "5", "0.20")),
                LIMIT);
    assertEquals(3, outcomes.size());
    assertEquals(OrderState.LIVE, accepted(outcomes.get(0)).state());
    assertEquals(
        RejectCode.INSUFFICIENT_BALANCE,
        assertInstanceOf(SubmitOutcome.Rejected.class, outcomes.get(1)).code());
    assertEquals(OrderState.LIVE, accepted(outcomes.get(2)).state());
    var again = kalshi.tools().batches().submit(List.of(rests), LIMIT);
    assertInstanceOf(SubmitOutcome.Unknown.class, again.getFirst(), "its id is spent: look");
    assertEquals(2, kalshi.account().read(Instant.now()).openOrders().size());
  }

  @Test
  @Tag("fault:R26")
  void aLostBatchIsUnknownAsAWhole() {
    venue.nextRequest(
        "POST",
        "/portfolio/events/orders/batched",
        new RequestFault.LoseReply(Duration.ofMillis(50)));
    PreparedOrder one = rest(market.yes(), "1", "0.30");
    PreparedOrder two = rest(market.yes(), "1", "0.31");
    for (SubmitOutcome outcome : kalshi.tools().batches().submit(List.of(one, two), LIMIT)) {
      assertInstanceOf(SubmitOutcome.Unknown.class, outcome);
    }
    assertEquals(2, kalshi.account().read(Instant.now()).openOrders().size());
  }

  @Test
  void longListsLeaveInSeveralBatches() {
    List<PreparedOrder> orders =
        IntStream.range(0, 45).mapToObj(i -> rest(market.yes(), "1", "0.30")).toList();
    List<SubmitOutcome> outcomes = kalshi.tools().batches().submit(orders, LIMIT);
    List<OrderRef> refs =
        IntStream.range(0, 45)
            .mapToObj(i -> ref(orders.get(i), accepted(outcomes.get(i)).venueOrderId()))
            .toList();
    assertEquals(45, kalshi.account().read(Instant.now()).openOrders().size());
    for (CancelOutcome outcome : kalshi.tools().batches().cancel(refs, LIMIT)) {
      assertInstanceOf(CancelOutcome.Requested.class, outcome);
    }
    assertInstanceOf(
        CancelOutcome.NotLive.class,
        kalshi.tools().batches().cancel(refs.subList(0, 1), LIMIT).getFirst());
    assertEquals(List.of(), kalshi.account().read(Instant.now()).openOrders());
  }

  @Test
  void aBatchTooLargeForTheBudgetIsSplitByIt() {
    kalshi.close();
    venue.close();
    var budget = new Limits.Budget(60, 60);
    try (var small = new SandboxKalshi(new Limits("small", new Limits.Budget(500, 500), budget));
        var client = small.client()) {
      client.accountFeed().start(new StreamRecorder());
      Await.until("limits followed", () -> client.tools().batches().largest() == 4);
    }
  }

  @Test
  @Tag("fault:O15")
  void amendsPriceAndSizeInTheInstrumentsOwnTerms() {
    for (Instrument instrument : List.of(market.yes(), market.no())) {
      PreparedOrder order = rest(instrument, "10", "0.30");
      var placed = accepted(kalshi.orders().submit(order, LIMIT));
      OrderRef ref = ref(order, placed.venueOrderId());
      var to = new KalshiChanges.Amendment(Side.BUY, Price.parse("0.31"), Quantity.ofShares(12));
      var changed = done(kalshi.tools().changes().amend(ref, to, LIMIT));
      assertEquals(Quantity.ofShares(12), changed.remaining());
      var row = venue.exchange.order(SandboxKalshi.TRADER, placed.venueOrderId()).orElseThrow();
      assertEquals(Quantity.ofShares(12), row.progress().remaining());
      assertEquals(Price.parse("0.31"), row.terms().price());
    }
  }

  @Test
  void decreasesByAndTo() {
    PreparedOrder order = rest(market.yes(), "10", "0.30");
    OrderRef ref = ref(order, accepted(kalshi.orders().submit(order, LIMIT)).venueOrderId());
    var changes = kalshi.tools().changes();
    assertEquals(
        Quantity.parse("7.5"),
        done(changes.decreaseBy(ref, Quantity.parse("2.5"), LIMIT)).remaining());
    assertEquals(
        Quantity.ofShares(4),
        done(changes.decreaseTo(ref, Quantity.ofShares(4), LIMIT)).remaining());
    kalshi.orders().cancel(ref, LIMIT);
    var refused =
        assertInstanceOf(
            KalshiReply.Refused.class, changes.decreaseTo(ref, Quantity.ofShares(1), LIMIT));
    assertEquals("not_found", refused.code());
    assertThrows(
        IllegalArgumentException.class,
        () -> changes.decreaseTo(ref(order, null), Quantity.ofShares(1), LIMIT));
  }

  @Test
  void aTriggeredGroupTakesItsOrdersAwayUntilItIsReset() {
    KalshiGroups groups = kalshi.tools().groups();
    String id = done(groups.create(listed.address().shard(), 100, LIMIT));
    assertEquals(Quantity.ofShares(100), groups.read(id).limit());
    assertTrue(groups.read(id).open());
    assertEquals("", refusal(groups.limit(id, 50, LIMIT)));
    assertEquals(Quantity.ofShares(50), groups.list().getFirst().limit());
    assertEquals("", refusal(groups.trigger(id, LIMIT)));
    assertFalse(groups.read(id).open());
    assertEquals("", refusal(groups.reset(id, LIMIT)));
    assertTrue(groups.read(id).open());
    assertEquals("", refusal(groups.delete(id, LIMIT)));
    assertEquals(List.of(), groups.list());
    assertEquals("not_found", refusal(groups.trigger(id, LIMIT)));
  }

  @Test
  void tellsWhatStandsBeforeAnOrder() {
    PreparedOrder order = rest(market.yes(), "10", "0.40");
    String id = accepted(kalshi.orders().submit(order, LIMIT)).venueOrderId();
    assertEquals(Quantity.ofShares(50), kalshi.tools().queue().ahead(id));
    assertEquals(
        Map.of(id, Quantity.ofShares(50)), kalshi.tools().queue().ahead(List.of(market.code())));
  }

  @Test
  void movesCashBetweenShards() {
    KalshiTransfers transfers = kalshi.tools().transfers();
    assertFalse(done(transfers.move(0, 2, Usd.parse("10.0001"), LIMIT)).isEmpty());
    var truth = venue.exchange.account(SandboxKalshi.TRADER).cash();
    assertEquals(Usd.parse("89.9999"), truth.get(0));
    assertEquals(Usd.parse("60.0001"), truth.get(2));
    assertInstanceOf(KalshiReply.Refused.class, transfers.move(0, 2, Usd.ofDollars(1_000), LIMIT));
    for (Usd wrong : List.of(Usd.ZERO, Usd.ofE6(1), Usd.ofDollars(-1))) {
      assertThrows(IllegalArgumentException.class, () -> transfers.move(0, 2, wrong, LIMIT));
    }
    assertThrows(
        IllegalArgumentException.class, () -> transfers.move(0, 0, Usd.ofDollars(1), LIMIT));
  }

  @Test
  void readsLimitsAndStatus() {
    KalshiLimits.Limits limits = kalshi.tools().limits().read();
    assertEquals("advanced", limits.tier());
    assertEquals(new KalshiLimits.Budget(600, 300), limits.write());
    KalshiExchange exchange = kalshi.tools().exchange();
    assertTrue(exchange.status().isWhole());
    assertEquals(
        List.of(0, 1, 2, 3), exchange.status().shards().stream().map(s -> s.index()).toList());
    assertTrue(exchange.listsAsOf().isBefore(Instant.now().plusSeconds(5)));
  }

  @Test
  void readsWhenTheExchangeIsAway() {
    try (var fake = new FakeKalshi();
        var client = fake.client()) {
      fake.on(
          "GET /exchange/schedule",
          """
          {"schedule":{"standard_hours":[{"start_time":"2026-01-01T00:00:00Z",
            "end_time":"2027-01-01T00:00:00Z",
            "thursday":[{"open_time":"00:00","close_time":"03:00"},
                        {"open_time":"05:00","close_time":"00:00"}]}],
           "maintenance_windows":[{"start_datetime":"2026-11-26T08:00:00Z",
            "end_datetime":"2026-11-26T10:00:00Z"}]}}
          """);
      KalshiExchange.Schedule schedule = client.tools().exchange().schedule();
      assertEquals(
          List.of(
              new KalshiExchange.Window(
                  Instant.parse("2026-11-26T08:00:00Z"), Instant.parse("2026-11-26T10:00:00Z"))),
          schedule.maintenance());
      var days = schedule.hours().getFirst().days();
      assertEquals(2, Objects.requireNonNull(days.get(DayOfWeek.THURSDAY)).size());
      assertEquals(List.of(), days.get(DayOfWeek.FRIDAY));
      fake.on(
          "GET /exchange/status",
          """
          {"exchange_active":true,"trading_active":true,"exchange_index_statuses":[
            {"exchange_index":2,"description":"Crypto","exchange_active":true,"trading_active":false}]}
          """);
      assertFalse(client.tools().exchange().status().isWhole());
    }
  }

  private PreparedOrder rest(Instrument instrument, String quantity, String limit) {
    return prepare(instrument, Samples.terms(Side.BUY, quantity, limit, TimeInForce.GTC));
  }

  private PreparedOrder prepare(Instrument instrument, OrderIntent.Terms terms) {
    OrderIntent sample = Samples.intent(instrument, terms, Samples.FAR);
    var id = new ClientOrderId("tools-" + ids.incrementAndGet());
    var intent = new OrderIntent(id, sample.origin(), instrument, terms, sample.approval());
    return kalshi.orders().prepare(intent, listed);
  }

  private static OrderRef ref(PreparedOrder order, @Nullable String venueOrderId) {
    var id = order.intent().id();
    return new OrderRef(id, order.intent().instrument(), id.value(), venueOrderId, Instant.now());
  }

  private static SubmitOutcome.Accepted accepted(SubmitOutcome outcome) {
    return assertInstanceOf(SubmitOutcome.Accepted.class, outcome);
  }

  private static <T> T done(KalshiReply<T> reply) {
    if (reply instanceof KalshiReply.Done<T>(T answer)) {
      return answer;
    }
    throw new AssertionError("not done: " + reply);
  }

  /** Empty when it was done. */
  private static String refusal(KalshiReply<String> reply) {
    return reply instanceof KalshiReply.Refused<String> refused ? refused.code() : "";
  }
}
