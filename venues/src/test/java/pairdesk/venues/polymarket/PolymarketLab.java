package pairdesk.venues.polymarket;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingDeque;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Approval;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.sandbox.catalogue.ListingSpecs;
import pairdesk.sandbox.catalogue.PolymarketEvent;
import pairdesk.sandbox.catalogue.PolymarketListing;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.ExchangeSettings;
import pairdesk.sandbox.exchange.Level;
import pairdesk.sandbox.exchange.SandboxClock;
import pairdesk.sandbox.faults.FaultGate;
import pairdesk.sandbox.faults.Faults;
import pairdesk.sandbox.faults.RequestLog;
import pairdesk.sandbox.faults.When;
import pairdesk.sandbox.wire.polymarket.PolymarketFront;
import pairdesk.sandbox.wire.polymarket.signing.Address;
import pairdesk.sandbox.wire.polymarket.venue.Trader;
import pairdesk.venues.net.Secret;
import pairdesk.venues.net.StreamRecorder;
import pairdesk.venues.polymarket.PolymarketSettings.Endpoints;
import pairdesk.venues.polymarket.PolymarketSettings.Limits;
import pairdesk.venues.polymarket.chain.GasLimits;
import pairdesk.venues.polymarket.chain.PolymarketChain;
import pairdesk.venues.polymarket.chain.RelayerAccess;

/**
 * Our client against the sandbox's Polymarket: two markets, a trader with 1 000 dollars in a
 * deposit wallet, settlement a hundred times as fast, and everything that the listeners were told.
 */
final class PolymarketLab implements AutoCloseable {
  static final AccountId TRADER = new AccountId(VenueId.POLYMARKET, "trader");
  static final AccountId OTHER = new AccountId(VenueId.POLYMARKET, "other");
  static final Duration DEADLINE = Duration.ofSeconds(3);
  private static final Secret KEY =
      Secret.of("0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d");

  final Exchange exchange =
      new Exchange(ExchangeSettings.seeded(7), new SandboxClock(InstantSource.system(), 10_000));
  final Faults faults = new Faults(exchange.clock(), 7);
  final PolymarketListing rain = listing(1, false);
  final PolymarketListing group = listing(2, true);
  final RequestLog log = new RequestLog();
  final StreamRecorder told = new StreamRecorder();
  final Polymarket polymarket;
  private final FaultGate gate =
      new FaultGate(exchange.clock(), faults, log, Duration.ofSeconds(1));
  private final PolymarketFront front;
  private int attempts;

  PolymarketLab() {
    this(SignatureType.POLY_1271);
  }

  /** With a wallet of this kind. */
  PolymarketLab(SignatureType type) {
    exchange.openAccount(TRADER, Map.of(0, Usd.ofDollars(1_000)));
    exchange.openAccount(OTHER, Map.of(0, Usd.ofDollars(1_000)));
    for (PolymarketListing listing : List.of(rain, group)) {
      exchange.list(ListingSpecs.of(listing, Duration.ZERO));
      quote(listing.id(), 48, 50);
    }
    String owner = EthereumKey.parse(KEY.reveal()).address();
    var trader =
        new Trader(new Address(owner), new Address(PolymarketWallets.derived(type, owner)), TRADER);
    var setup = new PolymarketFront.Setup(0, 7, List.of(rain, group), List.of(trader));
    front = PolymarketFront.start(setup, exchange, faults, gate);
    polymarket =
        Polymarket.open(settings(type), chain(owner), InstantSource.system(), new Random(11));
    if (!trading().account().eligibility().mayTrade()) { // logs in, too
      throw new IllegalStateException(trading().account().eligibility().why());
    }
  }

  private PolymarketChain.Settings chain(String owner) {
    var key = Secret.of(front.relayerKey(new Address(owner)));
    var relayer =
        new PolymarketChain.Relayer(
            URI.create(front.relayerUrl()), new RelayerAccess.RelayerKey(key, owner));
    return new PolymarketChain.Settings(
        null, relayer, GasLimits.POLYGON.waiting(Duration.ofSeconds(10)), Duration.ofSeconds(2));
  }

  private PolymarketSettings settings(SignatureType type) {
    var endpoints =
        new Endpoints(
            URI.create(front.clobUrl()),
            URI.create(front.gammaUrl()),
            URI.create(front.dataUrl()),
            URI.create(front.socketUrl()),
            URI.create(front.geoblockUrl()));
    var account = new PolymarketSettings.Account(KEY, type, null, null, 137);
    var limits =
        new Limits(
            Duration.ofSeconds(10),
            Duration.ofMillis(500),
            Duration.ofSeconds(4),
            Duration.ofSeconds(5));
    return new PolymarketSettings(endpoints, account, limits);
  }

  /** A hundred shares at the best prices in cents, and as many five cents behind. */
  void quote(MarketId market, int bid, int ask) {
    exchange.quote(
        market, List.of(level(bid), level(bid - 5)), List.of(level(ask), level(ask + 5)));
  }

  private static Level level(int cents) {
    return new Level(Price.ofCents(cents), Quantity.ofShares(100));
  }

  Polymarket.Trading trading() {
    return polymarket.trading().orElseThrow();
  }

  Market market(PolymarketListing listing) {
    return polymarket.catalog().read(listing.id()).orElseThrow();
  }

  void watch(PolymarketListing listing) {
    polymarket.feed().start(told);
    polymarket.feed().watch(List.of(market(listing)));
  }

  void follow() {
    trading().accountFeed().start(told);
    await(told.readAgain, "connected"::equals);
  }

  OrderIntent intent(Instrument instrument, Side side, int shares, int cents, TimeInForce life) {
    return new OrderIntent(
        new ClientOrderId("order-" + ++attempts),
        new OrderIntent.Origin(new ExecutionId("e1"), 0, attempts, Purpose.ENTRY, null),
        instrument,
        new OrderIntent.Terms(
            side,
            Quantity.ofShares(shares),
            Price.ofCents(cents),
            life,
            life == TimeInForce.GTC,
            null),
        new Approval("v", 1, Usd.ofDollars(500), Instant.now().plusSeconds(60)));
  }

  /** A rule for requests or messages; empty patterns match everything. */
  static When when(String name, String path) {
    return new When(
        Optional.of(VenueId.POLYMARKET),
        Pattern.compile(name),
        Pattern.compile(path),
        Pattern.compile(""),
        new When.Occurrence(1, 1, 100, Instant.MAX));
  }

  /** Waits for one of the kind, letting the exchange's time pass. */
  <T> T await(BlockingDeque<T> queue, Predicate<T> wanted) {
    return StreamRecorder.await(queue, wanted, exchange::advance);
  }

  private static PolymarketListing listing(int number, boolean negRisk) {
    String digit = Integer.toString(number);
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    var event =
        new PolymarketEvent(
            "90" + number,
            "event-" + number,
            "Event " + number,
            "What the event is about.",
            negRisk,
            negRisk ? "0x" + "e".repeat(64) : "",
            List.of("Weather"));
    return new PolymarketListing(
        new PolymarketListing.Ids(
            "50" + number,
            "0x" + digit.repeat(64),
            "0x" + "a".repeat(63) + digit,
            "1000" + number,
            "2000" + number),
        event,
        new PolymarketListing.Texts(
            "Will it rain on day " + number + "?",
            "will-it-rain-" + number,
            "Resolves to Yes if it rains.",
            negRisk ? "Day " + number : ""),
        List.of("Yes", "No"),
        new PolymarketListing.Times(start, start, Instant.parse("2099-01-01T00:00:00Z")),
        new PolymarketListing.Trading(100, Quantity.ofShares(5), "weather_fees", 500));
  }

  @Override
  public void close() {
    polymarket.close();
    front.close();
    gate.close();
  }
}
