package pairdesk.venues.kalshi;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.catalogue.Catalogue;
import pairdesk.sandbox.catalogue.Catalogues;
import pairdesk.sandbox.catalogue.ListingSpecs;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.ExchangeSettings;
import pairdesk.sandbox.exchange.Level;
import pairdesk.sandbox.exchange.SandboxClock;
import pairdesk.sandbox.faults.FaultGate;
import pairdesk.sandbox.faults.Faults;
import pairdesk.sandbox.faults.RequestFault;
import pairdesk.sandbox.faults.RequestLog;
import pairdesk.sandbox.faults.StreamFault;
import pairdesk.sandbox.faults.When;
import pairdesk.sandbox.wire.kalshi.KalshiFront;
import pairdesk.sandbox.wire.kalshi.KalshiOptions;
import pairdesk.sandbox.wire.kalshi.Limits;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Secret;

/** The sandbox's Kalshi on loopback, its truth beside it, and clients of it. */
final class SandboxKalshi implements AutoCloseable {
  static final AccountId TRADER = new AccountId(VenueId.KALSHI, "trader");
  private static final String KEY_ID = "key-1";

  final Catalogue catalogue = Catalogues.shipped(Instant.now());
  final Exchange exchange =
      new Exchange(ExchangeSettings.seeded(1), new SandboxClock(Instant::now, 100));
  final RequestLog log = new RequestLog();
  private final Faults faults = new Faults(exchange.clock(), 1);
  private final FaultGate gate =
      new FaultGate(exchange.clock(), faults, log, Duration.ofSeconds(5));
  private final KalshiFront front;

  SandboxKalshi() {
    this(Limits.advanced());
  }

  SandboxKalshi(Limits limits) {
    catalogue.kalshi().forEach(l -> exchange.list(ListingSpecs.of(l, Duration.ofSeconds(1))));
    exchange.openAccount(TRADER, Map.of(0, Usd.ofDollars(100), 2, Usd.ofDollars(50)));
    var credential = new KalshiOptions.Credential(KEY_ID, Keys.RSA.getPublic());
    front =
        KalshiFront.start(
            new KalshiFront.Parts(exchange, catalogue, faults, gate),
            new KalshiOptions(0, TRADER, credential, limits, Duration.ZERO));
  }

  /** A market on the first shard. */
  MarketId market(int index) {
    return MarketId.kalshi(catalogue.kalshi().get(index).ticker());
  }

  Kalshi client() {
    return client(Keys.pkcs1(Keys.RSA));
  }

  Kalshi client(Secret key) {
    var settings =
        new KalshiSettings(
            URI.create(front.restUrl()),
            URI.create(front.socketUrl()),
            new KalshiSettings.Credentials(KEY_ID, key),
            new KalshiSettings.Budget(5_000, 5_000),
            new KalshiSettings.Timing(
                Duration.ofMillis(300), Duration.ofSeconds(5), Duration.ofSeconds(30)));
    return Kalshi.of(settings, new Chance(InstantSource.system(), new Random(1)));
  }

  void quote(MarketId market, String bid, String ask, long shares) {
    exchange.quote(market, level(bid, shares), level(ask, shares));
  }

  /** What happens to the next request of this method and path. */
  void nextRequest(String method, String path, RequestFault fault) {
    faults.onRequest(once(method, path), fault);
  }

  /** What happens to the next message of this type. */
  void nextMessage(String type, StreamFault fault) {
    faults.onMessage(once("", type), fault);
  }

  @Override
  public void close() {
    front.close();
    gate.close();
  }

  private static List<Level> level(String price, long shares) {
    return List.of(new Level(Price.parse(price), Quantity.ofShares(shares)));
  }

  private static When once(String name, String path) {
    return new When(
        Optional.of(VenueId.KALSHI),
        Pattern.compile(name),
        Pattern.compile(path),
        Pattern.compile(""),
        new When.Occurrence(1, 1, 100, Instant.MAX));
  }
}
