package pairdesk.benchmarks.catalogue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import pairdesk.engine.market.Market;
import pairdesk.engine.venue.MarketCatalog;
import pairdesk.sandbox.Sandbox;
import pairdesk.sandbox.SandboxOptions;
import pairdesk.venues.kalshi.Kalshi;
import pairdesk.venues.kalshi.KalshiSettings;
import pairdesk.venues.net.Chance;
import pairdesk.venues.polymarket.Polymarket;
import pairdesk.venues.polymarket.PolymarketSettings;

/**
 * Reads a whole catalogue of each venue over HTTP, twice: the client as it is in the desk, its rate
 * budgets included. What is held is what the first reading added to the heap: the markets, and what
 * the client keeps of them.
 */
public final class CatalogueLoad {
  private static final int USUAL = 100_000;
  private static final long MEGABYTE = 1 << 20;
  private static final Chance CHANCE = new Chance(InstantSource.system(), new Random(1));

  private CatalogueLoad() {}

  /** What one reading took. */
  record Reading(int markets, long pages, long bytes, Duration time, long heldBytes) {}

  /** Texts of the sandbox from which pages are made. */
  private record Samples(String kalshi, String polymarket, String series) {}

  /**
   * @param args how many markets a venue, a multiple of ten; none: 100,000
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int markets = args.length == 0 ? USUAL : Integer.parseInt(args[0]);
    System.out.println("| venue | markets | pages | read, MB | first, s | again, s | held, MB |");
    System.out.println("|---|---:|---:|---:|---:|---:|---:|");
    try (CatalogueServer server = server(markets)) {
      try (Kalshi kalshi = kalshi(server)) {
        print("Kalshi", kalshi.catalog(), server, markets);
      }
      try (Polymarket polymarket = polymarket(server)) {
        print("Polymarket", polymarket.catalog(), server, markets);
      }
    }
  }

  private static void print(
      String venue, MarketCatalog catalog, CatalogueServer server, int markets) {
    Reading first = read(catalog, server, markets);
    Reading again = read(catalog, server, markets);
    System.out.printf(
        "| %s | %,d | %d | %d | %.1f | %.1f | %d |%n",
        venue,
        first.markets(),
        first.pages(),
        first.bytes() / MEGABYTE,
        first.time().toMillis() / 1e3,
        again.time().toMillis() / 1e3,
        first.heldBytes() / MEGABYTE);
  }

  /**
   * @throws IllegalStateException when the reading is not complete
   */
  static Reading read(MarketCatalog catalog, CatalogueServer server, int markets) {
    long bytes = server.bytes();
    long pages = server.pages();
    long heap = heap();
    long start = System.nanoTime();
    List<Market> held = new ArrayList<>(markets);
    MarketCatalog.Read read = catalog.readAll(held::add);
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    if (!read.complete() || held.size() != markets) {
      throw new IllegalStateException("want " + markets + " markets: " + read);
    }
    long heldBytes = heap() - heap;
    return new Reading(
        held.size(), server.pages() - pages, server.bytes() - bytes, time, heldBytes);
  }

  /** What is in use after everything that is not held was thrown away. */
  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  static CatalogueServer server(int markets) throws IOException, InterruptedException {
    Samples samples = samples();
    return new CatalogueServer(
        new KalshiPages(samples.kalshi(), markets),
        new PolymarketPages(samples.polymarket(), markets),
        samples.series().getBytes(StandardCharsets.UTF_8));
  }

  private static Samples samples() throws IOException, InterruptedException {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.seeded(1), InstantSource.system());
        HttpClient http = HttpClient.newHttpClient()) {
      String kalshi = sandbox.kalshi().restUrl();
      return new Samples(
          get(http, kalshi + "/events?status=open&with_nested_markets=true&limit=1"),
          get(http, sandbox.polymarket().gammaUrl() + "/events/keyset?closed=false&limit=1"),
          get(http, kalshi + "/series"));
    }
  }

  private static String get(HttpClient http, String address)
      throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  static Kalshi kalshi(CatalogueServer server) {
    return Kalshi.of(
        new KalshiSettings(
            server.address("/kalshi"),
            URI.create("ws://127.0.0.1"),
            null,
            KalshiSettings.Budget.BASIC,
            KalshiSettings.Timing.USUAL),
        CHANCE);
  }

  static Polymarket polymarket(CatalogueServer server) {
    PolymarketSettings.Endpoints usual = PolymarketSettings.Endpoints.PRODUCTION;
    var endpoints =
        new PolymarketSettings.Endpoints(
            usual.clob(), server.address("/gamma"), usual.data(), usual.stream(), usual.geoblock());
    return Polymarket.open(
        new PolymarketSettings(endpoints, null, PolymarketSettings.Limits.DEFAULT),
        CHANCE.clock(),
        CHANCE.random());
  }
}
