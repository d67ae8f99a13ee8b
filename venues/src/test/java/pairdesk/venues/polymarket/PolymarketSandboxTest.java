package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.venue.AccountReader.Eligibility;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.AccountSnapshot.Cash;
import pairdesk.engine.venue.AccountSnapshot.Holding;
import pairdesk.engine.venue.AccountSnapshot.Part;
import pairdesk.engine.venue.MarketCatalog;
import pairdesk.engine.venue.OrderGateway;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.engine.venue.VenueStatus;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.sandbox.exchange.Lifetime;
import pairdesk.sandbox.exchange.OrderIds;
import pairdesk.sandbox.exchange.OrderOptions;
import pairdesk.sandbox.exchange.OrderTerms;
import pairdesk.sandbox.exchange.TradeStatus;
import pairdesk.sandbox.exchange.TradeStep;
import pairdesk.sandbox.exchange.VenueModes;
import pairdesk.sandbox.faults.RequestFault;
import pairdesk.sandbox.faults.StreamFault;

/** Our client against the sandbox, over the wire. */
class PolymarketSandboxTest {
  private final PolymarketLab lab = new PolymarketLab();
  private final OrderGateway orders = lab.trading().orders();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void listsEveryMarketWithItsTerms() {
    var listed = new ArrayList<Market>();
    MarketCatalog.Read read = lab.polymarket.catalog().readAll(listed::add);
    assertEquals(new MarketCatalog.Read(true, 2, 0, ""), read);
    Market group = lab.market(lab.group);
    assertEquals(MarketStatus.OPEN, group.life().status());
    assertEquals(lab.group.ids().yesToken(), group.address().yesCode());
    assertTrue(group.address().negRisk());
    assertEquals(Markets.SPORTS, group.terms().fees());
  }

  @Test
  void readsManyMarketsAtOnceOpenOrResolved() {
    lab.exchange.resolve(lab.rain.id(), Price.ONE);
    List<Market> alone = List.of(lab.market(lab.group), lab.market(lab.rain));
    var unknown = MarketId.polymarket("0x" + "ab".repeat(32));
    assertEquals(
        alone, lab.polymarket.catalog().read(List.of(lab.rain.id(), unknown, lab.group.id())));
    assertEquals(MarketStatus.SETTLED, alone.getLast().life().status());
    assertEquals(List.of(), lab.polymarket.catalog().read(List.of()));
  }

  @Test
  void readsBooksByRequestThatNobodyFollows() {
    List<Book> books = lab.polymarket.books(List.of(lab.market(lab.rain)));
    assertEquals(
        Map.of(Outcome.YES, List.of(48, 43, 50, 55), Outcome.NO, List.of(50, 45, 52, 57)),
        books.stream()
            .collect(
                Collectors.toMap(
                    book -> book.instrument().outcome(), PolymarketSandboxTest::cents)));
  }

  @Test
  void showsTheBooksOfBothOutcomesAsTheyAre() {
    lab.watch(lab.rain);
    shows(Outcome.YES, 48, 43, 50, 55);
    shows(Outcome.NO, 50, 45, 52, 57);
    lab.quote(lab.rain.id(), 46, 51);
    shows(Outcome.YES, 46, 41, 51, 56);
    shows(Outcome.NO, 49, 44, 54, 59);
    assertEquals(
        List.of(), List.copyOf(lab.told.stale), "every change came with a hash that agrees");
  }

  @Test
  void buysAndHoldsWhatTheExchangeSays() {
    lab.follow();
    Market market = lab.market(lab.rain);
    PreparedOrder order = prepared(market.id().yes(), Side.BUY, 20, 52, TimeInForce.IOC);
    assertEquals(
        new SubmitOutcome.Accepted(order.venueKey(), OrderState.FILLED, Quantity.ofShares(20)),
        orders.submit(order, PolymarketLab.DEADLINE));
    Fill matched = lab.await(lab.told.fills, f -> f.status() == FillStatus.PROVISIONAL);
    assertEquals(Price.ofCents(50), matched.price());
    assertEquals(Usd.parse("0.25"), matched.fee());
    assertEquals(order.venueKey(), matched.key().venueOrder());
    Fill settled = lab.await(lab.told.fills, f -> f.status() == FillStatus.FINAL);
    assertEquals(matched.withStatus(FillStatus.FINAL), settled);

    AccountSnapshot account = lab.trading().account().read(Instant.now().minusSeconds(60));
    assertEquals(EnumSet.allOf(Part.class), account.complete());
    assertEquals(List.of(new Cash(0, Usd.parse("989.75"), 1)), account.cash());
    assertEquals(
        List.of(new Holding(market.id().yes(), Quantity.ofShares(20))), account.holdings());
    assertEquals(List.of(settled.key()), account.fills().stream().map(Fill::key).toList());
    assertEquals(
        lab.exchange.account(PolymarketLab.TRADER).free(0), account.cash().getFirst().total());
  }

  @Test
  @Tag("fault:M7")
  void neverBuysMoreSharesThanAskedForAtABetterPrice() {
    Market market = lab.market(lab.group);
    PreparedOrder order = prepared(market.id().no(), Side.BUY, 120, 59, TimeInForce.IOC);
    assertEquals(
        new SubmitOutcome.Accepted(order.venueKey(), OrderState.FILLED, Quantity.ofShares(120)),
        orders.submit(order, PolymarketLab.DEADLINE));
    var found =
        assertInstanceOf(
            OrderLookup.Found.class, orders.lookup(ref(order), PolymarketLab.DEADLINE));
    assertEquals(
        List.of("100@0.52", "20@0.57"),
        found.fills().stream().map(f -> f.quantity() + "@" + f.price()).sorted().toList());
  }

  @Test
  void cancelsTheRestOfAnIocBuy() {
    Market market = lab.market(lab.rain);
    PreparedOrder order = prepared(market.id().yes(), Side.BUY, 150, 50, TimeInForce.IOC);
    assertEquals(
        new SubmitOutcome.Accepted(order.venueKey(), OrderState.CANCELLED, Quantity.ofShares(100)),
        orders.submit(order, PolymarketLab.DEADLINE));
    assertEquals(List.of(), lab.trading().account().read(Instant.now()).openOrders());
  }

  @Test
  @Tag("fault:W17")
  void aMakersFillIsOursThoughTheTradeIsTheTakers() {
    lab.follow();
    Market market = lab.market(lab.rain);
    PreparedOrder order = prepared(market.id().yes(), Side.BUY, 10, 49, TimeInForce.GTC);
    assertEquals(
        new SubmitOutcome.Accepted(order.venueKey(), OrderState.LIVE, Quantity.ZERO),
        orders.submit(order, PolymarketLab.DEADLINE));
    lab.await(lab.told.orders, o -> o.state() == OrderState.LIVE);
    lab.exchange.place(
        PolymarketLab.OTHER,
        OrderIds.digest("0x" + "77".repeat(32)),
        new OrderTerms(
            market.id(),
            Outcome.NO,
            pairdesk.sandbox.exchange.Side.BUY,
            Price.ofCents(51),
            Quantity.ofShares(10),
            new Lifetime.ImmediateOrCancel(),
            OrderOptions.NONE));
    Fill fill = lab.await(lab.told.fills, _ -> true);
    assertEquals(market.id().yes(), fill.instrument());
    assertEquals(Side.BUY, fill.side());
    assertEquals(Price.ofCents(49), fill.price());
    assertEquals(Fill.Liquidity.MAKER, fill.liquidity());
    assertEquals(Usd.ZERO, fill.fee());
    lab.await(lab.told.orders, o -> o.state() == OrderState.FILLED);
  }

  @Test
  @Tag("fault:T11")
  void aTradeThatFailsVoidsItsFill() {
    lab.follow();
    Market market = lab.market(lab.rain);
    lab.exchange.scriptNextTrade(List.of(new TradeStep(TradeStatus.FAILED, Duration.ofSeconds(1))));
    orders.submit(
        prepared(market.id().yes(), Side.BUY, 20, 50, TimeInForce.IOC), PolymarketLab.DEADLINE);
    Fill provisional = lab.await(lab.told.fills, f -> f.status() == FillStatus.PROVISIONAL);
    Fill voided = lab.await(lab.told.fills, f -> f.status() == FillStatus.VOIDED);
    assertEquals(provisional.key(), voided.key());
  }

  @Test
  void refusesAWrongSignature() {
    Market market = lab.market(lab.rain);
    PreparedOrder good = prepared(market.id().yes(), Side.BUY, 20, 50, TimeInForce.IOC);
    var bad =
        new PreparedOrder(
            good.intent(),
            good.venueKey(),
            good.body().replace("\"makerAmount\":\"10000000\"", "\"makerAmount\":\"10200000\""));
    assertInstanceOf(SubmitOutcome.Rejected.class, orders.submit(bad, PolymarketLab.DEADLINE));
    assertEquals(List.of(), lab.exchange.orders(PolymarketLab.TRADER));
  }

  @Test
  void refusesWhatTheBalanceDoesNotCover() {
    lab.exchange.setCash(PolymarketLab.TRADER, 0, Usd.ofDollars(1));
    PreparedOrder order =
        prepared(lab.market(lab.rain).id().yes(), Side.BUY, 20, 50, TimeInForce.IOC);
    assertEquals(RejectCode.INSUFFICIENT_BALANCE, rejected(order));
  }

  @Test
  void findsTheOrderWhoseAnswerWasLost() {
    Market market = lab.market(lab.rain);
    PreparedOrder order = prepared(market.id().yes(), Side.SELL, 20, 40, TimeInForce.IOC);
    PreparedOrder buy = prepared(market.id().yes(), Side.BUY, 20, 50, TimeInForce.IOC);
    assertInstanceOf(OrderLookup.Absent.class, orders.lookup(ref(order), PolymarketLab.DEADLINE));
    lab.faults.onRequest(
        PolymarketLab.when("POST", "/order$"), new RequestFault.LoseReply(Duration.ZERO));
    assertInstanceOf(SubmitOutcome.Unknown.class, orders.submit(buy, PolymarketLab.DEADLINE));
    var found =
        assertInstanceOf(OrderLookup.Found.class, orders.lookup(ref(buy), PolymarketLab.DEADLINE));
    assertEquals(OrderState.FILLED, found.state());
    assertEquals(Quantity.ofShares(20), found.filled());
    assertEquals(1, found.fills().size());
  }

  @Test
  @Tag("fault:R6")
  void aRestartEndsInATimeOfPostOnlyOrders() {
    lab.follow();
    Market market = lab.market(lab.rain);
    lab.exchange.modes().setPolymarket(VenueModes.Polymarket.RESTARTING);
    assertInstanceOf(
        SubmitOutcome.NotSent.class,
        orders.submit(
            prepared(market.id().yes(), Side.BUY, 20, 50, TimeInForce.IOC),
            PolymarketLab.DEADLINE));
    lab.await(lab.told.statuses, trading(Health.RESTARTING));
    lab.exchange.modes().setPolymarket(VenueModes.Polymarket.POST_ONLY);
    lab.await(lab.told.statuses, trading(Health.POST_ONLY));
    assertEquals(
        RejectCode.VENUE_RESTARTING,
        rejected(prepared(market.id().yes(), Side.BUY, 20, 50, TimeInForce.IOC)));
    assertInstanceOf(
        SubmitOutcome.Accepted.class,
        orders.submit(
            prepared(market.id().yes(), Side.BUY, 20, 45, TimeInForce.GTC),
            PolymarketLab.DEADLINE));
    lab.exchange.modes().setPolymarket(VenueModes.Polymarket.NORMAL);
  }

  @Test
  @Tag("fault:W21")
  void comesBackAfterADroppedSocketAndAsksForTheAccount() {
    lab.follow();
    lab.watch(lab.rain);
    next(Outcome.YES, 48);
    lab.faults.onMessage(PolymarketLab.when("user", "order"), new StreamFault.CloseSocket());
    lab.faults.onMessage(PolymarketLab.when("market", ""), new StreamFault.CloseSocket());
    orders.submit(
        prepared(lab.market(lab.rain).id().yes(), Side.BUY, 20, 45, TimeInForce.GTC),
        PolymarketLab.DEADLINE);
    lab.await(lab.told.readAgain, "connected"::equals);
    lab.quote(lab.rain.id(), 46, 51);
    next(Outcome.YES, 46);
  }

  @Test
  void aResolvedMarketTakesNoOrdersAndMayPayByItself() {
    lab.exchange.modes().chain().setAutoRedeem(true);
    lab.follow();
    lab.watch(lab.rain);
    Market market = lab.market(lab.rain);
    orders.submit(
        prepared(market.id().yes(), Side.BUY, 20, 50, TimeInForce.IOC), PolymarketLab.DEADLINE);
    lab.await(lab.told.fills, f -> f.status() == FillStatus.FINAL);
    PreparedOrder late = prepared(market.id().yes(), Side.BUY, 20, 50, TimeInForce.IOC);
    lab.exchange.resolve(market.id(), Price.ONE);
    Market settled = lab.await(lab.told.markets, m -> m.life().status() == MarketStatus.SETTLED);
    assertEquals(market.id(), settled.id());
    assertEquals(Price.ONE, settled.life().yesPays());
    assertEquals(Price.ONE, lab.market(lab.rain).life().yesPays());
    assertEquals(RejectCode.MARKET_CLOSED, rejected(late));
    AccountSnapshot account = lab.trading().account().read(Instant.now().minusSeconds(60));
    assertEquals(List.of(new Cash(0, Usd.parse("1009.75"), 1)), account.cash());
  }

  @Test
  void readsTheAccountFromTheSecondDataApiOnceTheFirstIsGone() {
    lab.follow();
    Market market = lab.market(lab.rain);
    orders.submit(
        prepared(market.id().yes(), Side.BUY, 20, 52, TimeInForce.IOC), PolymarketLab.DEADLINE);
    lab.await(lab.told.fills, f -> f.status() == FillStatus.FINAL);
    lab.faults.onRequest(
        PolymarketLab.when("GET", "/data-api/positions"),
        new RequestFault.Replace(false, 404, Map.of(), ""));
    AccountSnapshot account = lab.trading().account().read(Instant.now().minusSeconds(60));
    assertEquals(EnumSet.allOf(Part.class), account.complete());
    assertEquals(
        List.of(new Holding(market.id().yes(), Quantity.ofShares(20))), account.holdings());
  }

  @Test
  @Tag("fault:R31")
  void restingOrdersOutliveTheDeadMansSwitch() {
    lab.follow();
    PreparedOrder order =
        prepared(lab.market(lab.rain).id().yes(), Side.BUY, 20, 45, TimeInForce.GTC);
    orders.submit(order, PolymarketLab.DEADLINE);
    lab.await(lab.told.orders, o -> o.state() == OrderState.LIVE);
    assertEquals(
        List.of(order.venueKey()),
        lab.trading().account().read(Instant.now()).openOrders().stream()
            .map(o -> o.venueOrderId())
            .toList());
    assertEquals("Requested", orders.cancelAll(PolymarketLab.DEADLINE).getClass().getSimpleName());
    lab.await(lab.told.orders, o -> o.state() == OrderState.CANCELLED);
  }

  @Test
  void mayTradeFromHere() {
    assertEquals(new Eligibility(true, ""), lab.trading().account().eligibility());
    assertTrue(lab.trading().account().clockOffset().abs().compareTo(Duration.ofSeconds(1)) <= 0);
  }

  private static java.util.function.Predicate<VenueStatus> trading(Health health) {
    return status -> status.part() == VenueStatus.Part.TRADING && status.health() == health;
  }

  private RejectCode rejected(PreparedOrder order) {
    return assertInstanceOf(
            SubmitOutcome.Rejected.class, orders.submit(order, PolymarketLab.DEADLINE))
        .code();
  }

  private PreparedOrder prepared(
      Instrument instrument, Side side, int shares, int cents, TimeInForce life) {
    OrderIntent intent = lab.intent(instrument, side, shares, cents, life);
    return orders.prepare(intent, lab.polymarket.catalog().read(instrument.market()).orElseThrow());
  }

  private static OrderRef ref(PreparedOrder order) {
    return new OrderRef(
        order.intent().id(),
        order.intent().instrument(),
        order.venueKey(),
        null,
        Instant.now().minusSeconds(30));
  }

  private Book next(Outcome outcome, int bestBidCents) {
    return lab.await(
        lab.told.books,
        b ->
            b.instrument().outcome() == outcome
                && !b.bids().isEmpty()
                && b.bids().best().price().equals(Price.ofCents(bestBidCents)));
  }

  /** Waits for this whole book: its bids and its asks in cents, the best ones first. */
  private void shows(Outcome outcome, Integer... wanted) {
    lab.await(
        lab.told.books,
        book -> book.instrument().outcome() == outcome && cents(book).equals(List.of(wanted)));
  }

  private static List<Integer> cents(Book book) {
    var cents = new ArrayList<Integer>();
    book.bids().levels().forEach(l -> cents.add(l.price().e4() / 100));
    book.asks().levels().forEach(l -> cents.add(l.price().e4() / 100));
    return cents;
  }
}
