package pairdesk.sandbox.wire.polymarket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
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
import pairdesk.sandbox.wire.polymarket.signing.Address;
import pairdesk.sandbox.wire.polymarket.signing.Words;
import pairdesk.sandbox.wire.polymarket.venue.Trader;

/**
 * The front on a free port, with three markets, one trader with 1 000 dollars, and a clock that
 * moves by itself and when told.
 */
final class Lab implements AutoCloseable {
  static final AccountId ACCOUNT = new AccountId(VenueId.POLYMARKET, "trader");
  static final PolymarketListing RAIN = listing(1, false);
  static final PolymarketListing GROUP = listing(2, true);
  static final PolymarketListing COIN = listing(3, false);

  private static final List<PolymarketListing> LISTED = List.of(RAIN, GROUP, COIN);

  final SandboxClock clock = new SandboxClock(InstantSource.system(), 10_000);
  final Exchange exchange = new Exchange(ExchangeSettings.seeded(7), clock);
  final Faults faults = new Faults(clock, 7);
  final RequestLog log = new RequestLog();
  final FaultGate gate = new FaultGate(clock, faults, log, Duration.ofSeconds(1));
  final OkHttpClient http = new OkHttpClient();
  final PolymarketFront front;
  final Signer signer;

  /** An answer with what tests look at. */
  record Answer(int status, String body, Map<String, List<String>> headers) {
    /** Empty when it is not there. */
    String header(String name) {
      return String.join(",", headers.getOrDefault(name, List.of()));
    }
  }

  Lab() {
    this(0);
  }

  Lab(int signatureType) {
    Signer unsigned = Signer.of(signatureType);
    Address owner = new Address(unsigned.owner());
    exchange.openAccount(ACCOUNT, Map.of(0, Usd.ofDollars(1_000)));
    for (PolymarketListing listing : LISTED) {
      exchange.list(
          ListingSpecs.of(listing, listing.equals(COIN) ? Duration.ofDays(1) : Duration.ZERO));
      quote(listing.id());
    }
    front =
        PolymarketFront.start(
            new PolymarketFront.Setup(
                0, 7, LISTED, List.of(new Trader(owner, new Address(unsigned.maker()), ACCOUNT))),
            exchange,
            faults,
            gate);
    signer = unsigned.with(front.grantKey(owner));
  }

  /** Bids 0.48 and 0.45, asks 0.50 and 0.55, a hundred shares each. */
  void quote(MarketId market) {
    exchange.quote(market, List.of(level(48), level(45)), List.of(level(50), level(55)));
  }

  static Level level(int cents) {
    return new Level(Price.ofCents(cents), Quantity.ofShares(100));
  }

  Answer get(String path) {
    return call("GET", path, "", Map.of());
  }

  /** With the caller's own signature. */
  Answer signed(String method, String path, String body) {
    return call(method, path, body, signer.headers(method, path, body, clock.instant()));
  }

  Answer signed(String method, String path) {
    return signed(method, path, "");
  }

  Answer order(String body) {
    return signed("POST", "/order", body);
  }

  Answer call(String method, String path, String body, Map<String, String> headers) {
    var request = new Request.Builder().url(front.clobUrl() + path);
    headers.forEach(request::header);
    RequestBody content =
        method.equals("GET") || (body.isEmpty() && method.equals("DELETE"))
            ? null
            : RequestBody.create(body, MediaType.get("application/json"));
    try (Response response = http.newCall(request.method(method, content).build()).execute()) {
      return new Answer(response.code(), response.body().string(), response.headers().toMultimap());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it is so, for ten seconds at most. */
  static void eventually(BooleanSupplier isSo) {
    Instant limit = Instant.now().plusSeconds(10);
    while (!isSo.getAsBoolean()) {
      if (Instant.now().isAfter(limit)) {
        throw new AssertionError("did not happen within ten seconds");
      }
      Thread.onSpinWait();
    }
  }

  /** As long as a real one: a client takes one with zeros inside for a position id. */
  private static String token(String name) {
    return new BigInteger(1, Words.keccak(name)).toString();
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
            token("yes " + number),
            token("no " + number)),
        event,
        new PolymarketListing.Texts(
            "Will it rain on day " + number + "?",
            "will-it-rain-" + number,
            "Resolves to Yes if it rains.",
            negRisk ? "Day " + number : ""),
        List.of("Yes", "No"),
        new PolymarketListing.Times(start, start, Instant.parse("2099-01-01T00:00:00Z")),
        new PolymarketListing.Trading(
            100, Quantity.ofShares(5), number == 3 ? "crypto_fees_v2" : "weather_fees", 500));
  }

  @Override
  public void close() {
    front.close();
    gate.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
