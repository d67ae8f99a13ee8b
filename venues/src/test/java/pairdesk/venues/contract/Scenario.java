package pairdesk.venues.contract;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Approval;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.venue.AccountFeed;
import pairdesk.engine.venue.AccountReader;
import pairdesk.engine.venue.MarketCatalog;
import pairdesk.engine.venue.MarketFeed;
import pairdesk.engine.venue.OrderGateway;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.Level;
import pairdesk.sandbox.exchange.TradeStatus;
import pairdesk.sandbox.exchange.TradeStep;
import pairdesk.venues.net.Await;
import pairdesk.venues.net.StreamRecorder;

/** Everything that a desk does at one venue, once. */
final class Scenario {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Quantity TEN = Quantity.ofShares(10);
  private static final int WATCHED = 5;

  private final Venue venue;
  private final Exchange exchange;
  private final StreamRecorder told = new StreamRecorder();
  private final AtomicInteger ids = new AtomicInteger();

  /** One venue by its ports. */
  record Venue(
      MarketCatalog catalog,
      MarketFeed feed,
      OrderGateway orders,
      AccountReader account,
      AccountFeed accountFeed) {}

  Scenario(Venue venue, Exchange exchange) {
    this.venue = venue;
    this.exchange = exchange;
  }

  /** Gives the market that was traded. */
  Market play() {
    List<Market> markets = list();
    venue.account().eligibility();
    venue.accountFeed().start(told);
    Await.until("private stream", () -> !told.readAgain.isEmpty());
    venue.feed().start(told);
    venue.feed().watch(markets);
    Market market = markets.getFirst();
    quote(market.id());
    Await.until("a book", () -> told.books.stream().anyMatch(book -> isOf(book, market)));
    tradeAt(market);
    venue.account().read(Instant.now().minusSeconds(600));
    refusals(market);
    end(markets.get(1));
    venue.account().read(Instant.now().minusSeconds(600));
    return market;
  }

  PreparedOrder resting(Market market, String price) {
    OrderIntent intent = intent(market.id().yes(), Side.BUY, TEN, price, TimeInForce.GTC);
    return venue.orders().prepare(intent, market);
  }

  PreparedOrder unaffordable(Market market) {
    OrderIntent intent = intent(market.id().yes(), Side.BUY, thousands(), "0.65", TimeInForce.GTC);
    return venue.orders().prepare(intent, market);
  }

  private List<Market> list() {
    var all = new CopyOnWriteArrayList<Market>();
    MarketCatalog.Read read = venue.catalog().readAll(all::add);
    assertTrue(read.complete(), read.problem());
    return all.stream()
        .sorted(Comparator.comparing((Market market) -> market.id().code()))
        .map(market -> venue.catalog().read(market.id()).orElseThrow())
        .limit(WATCHED)
        .toList();
  }

  private void quote(MarketId market) {
    exchange.quote(market, List.of(level("0.30")), List.of(level("0.70")));
  }

  private static Level level(String price) {
    return new Level(Price.parse(price), Quantity.ofShares(500));
  }

  private static boolean isOf(Book book, Market market) {
    return book.instrument().market().equals(market.id());
  }

  /** Buys, sells, rests, is looked for, is cancelled. */
  private void tradeAt(Market market) {
    accepted(market, market.id().yes(), Side.BUY, "0.99", TimeInForce.IOC);
    Await.until("a fill", () -> !told.fills.isEmpty());
    int before = told.fills.size();
    // So that it is still on its way to the chain when the account is read.
    exchange.scriptNextTrade(List.of(new TradeStep(TradeStatus.MINED, Duration.ofMinutes(1))));
    accepted(market, market.id().no(), Side.BUY, "0.99", TimeInForce.IOC);
    Await.until("another fill", () -> told.fills.size() > before);
    PreparedOrder resting = resting(market, "0.02");
    assertInstanceOf(SubmitOutcome.Accepted.class, venue.orders().submit(resting, LIMIT));
    OrderRef reference = reference(resting);
    venue.account().read(Instant.now().minusSeconds(600));
    venue.orders().lookup(reference, LIMIT);
    venue.orders().cancel(reference, LIMIT);
    venue.orders().lookup(reference, LIMIT);
    accepted(market, market.id().yes(), Side.BUY, "0.03", TimeInForce.GTC);
    venue.orders().cancelAll(LIMIT);
    // Polymarket refuses it while the purchase is not settled, which is an answer too.
    submit(intent(market.id().yes(), Side.SELL, TEN, "0.01", TimeInForce.IOC), market);
  }

  /** Orders that the venue does not take. */
  private void refusals(Market market) {
    submit(intent(market.id().yes(), Side.BUY, thousands(), "0.90", TimeInForce.GTC), market);
    submit(intent(market.id().yes(), Side.BUY, thousands(), "0.02", TimeInForce.FOK), market);
    submit(intent(market.id().yes(), Side.SELL, thousands(), "0.90", TimeInForce.GTC), market);
  }

  private static Quantity thousands() {
    return Quantity.ofShares(90_000);
  }

  /** A market that we hold closes and pays. */
  private void end(Market market) {
    exchange.modes().chain().setAutoRedeem(true);
    quote(market.id());
    accepted(market, market.id().yes(), Side.BUY, "0.99", TimeInForce.IOC);
    exchange.resolve(market.id(), Price.ONE);
    exchange.setClose(market.id(), Instant.now().minusSeconds(1));
    exchange.advance();
    submit(intent(market.id().yes(), Side.BUY, TEN, "0.99", TimeInForce.IOC), market);
    Await.until(
        "its end", () -> told.markets.stream().anyMatch(seen -> seen.id().equals(market.id())));
    venue.catalog().read(market.id());
    var trader = new AccountId(venue.orders().venue(), "trader");
    Await.until("its payout", () -> !exchange.settlements(trader).isEmpty());
  }

  private void accepted(
      Market market, Instrument instrument, Side side, String price, TimeInForce life) {
    SubmitOutcome outcome = submit(intent(instrument, side, TEN, price, life), market);
    assertInstanceOf(SubmitOutcome.Accepted.class, outcome);
  }

  private SubmitOutcome submit(OrderIntent intent, Market market) {
    return venue.orders().submit(venue.orders().prepare(intent, market), LIMIT);
  }

  static OrderRef reference(PreparedOrder order) {
    OrderIntent intent = order.intent();
    return new OrderRef(
        intent.id(), intent.instrument(), order.venueKey(), null, Instant.now().minusSeconds(30));
  }

  private OrderIntent intent(
      Instrument instrument, Side side, Quantity shares, String limit, TimeInForce life) {
    int number = ids.incrementAndGet();
    Price price = Price.parse(limit);
    return new OrderIntent(
        new ClientOrderId("contract-" + number),
        new OrderIntent.Origin(new ExecutionId("e" + number), 0, 1, Purpose.ENTRY, null),
        instrument,
        new OrderIntent.Terms(side, shares, price, life, false, null),
        new Approval("v" + number, 1, Usd.ofDollars(100_000), Instant.now().plusSeconds(600)));
  }
}
