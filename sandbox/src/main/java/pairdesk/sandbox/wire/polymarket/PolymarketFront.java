package pairdesk.sandbox.wire.polymarket;

import io.javalin.config.JavalinConfig;
import io.javalin.router.EndpointNotFound;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import pairdesk.engine.market.VenueId;
import pairdesk.sandbox.catalogue.PolymarketListing;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.faults.FaultGate;
import pairdesk.sandbox.faults.Faults;
import pairdesk.sandbox.faults.HandshakeRefused;
import pairdesk.sandbox.wire.LoopbackServer;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.polymarket.auth.ApiKey;
import pairdesk.sandbox.wire.polymarket.auth.ApiKeys;
import pairdesk.sandbox.wire.polymarket.auth.Authenticator;
import pairdesk.sandbox.wire.polymarket.auth.BuilderKeys;
import pairdesk.sandbox.wire.polymarket.auth.RelayerKeys;
import pairdesk.sandbox.wire.polymarket.clob.Clob;
import pairdesk.sandbox.wire.polymarket.clob.Heartbeats;
import pairdesk.sandbox.wire.polymarket.data.DataApi;
import pairdesk.sandbox.wire.polymarket.gamma.Gamma;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.listing.Listings;
import pairdesk.sandbox.wire.polymarket.records.Origins;
import pairdesk.sandbox.wire.polymarket.relayer.Relayer;
import pairdesk.sandbox.wire.polymarket.signing.Address;
import pairdesk.sandbox.wire.polymarket.stream.Streams;
import pairdesk.sandbox.wire.polymarket.venue.Trader;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** Polymarket on one local port. */
public final class PolymarketFront implements AutoCloseable {
  private static final WireReply NO_SUCH_PATH =
      WireReply.json(404, "{\"error\":\"404 page not found\"}");

  private static final int LARGEST_FRAME = 4 * 1024 * 1024;

  /** A connection on which nothing is said for so long is cut. */
  private static final Duration SILENCE = Duration.ofSeconds(125);

  private final ApiKeys keys;
  private final RelayerKeys relayerKeys;
  private final Streams streams;
  private final LoopbackServer server;
  private final ScheduledExecutorService timer;

  /**
   * What the front needs.
   *
   * @param port 0 for a free one
   * @param seed of API keys and other ids
   */
  public record Setup(int port, long seed, List<PolymarketListing> listed, List<Trader> traders) {
    public Setup {
      listed = List.copyOf(listed);
      traders = List.copyOf(traders);
    }
  }

  private PolymarketFront(Setup setup, Exchange exchange, Faults faults, FaultGate gate) {
    var venue = new Venue(exchange, new Listings(setup.listed()), setup.traders());
    var origins = new Origins();
    keys = new ApiKeys(setup.seed());
    var authenticator = new Authenticator(keys);
    var builderKeys = new BuilderKeys(setup.seed());
    relayerKeys = new RelayerKeys(setup.seed(), venue.clock().instant());
    var clob =
        new Clob(
            venue, new Clob.Keys(keys, builderKeys), authenticator, origins, ids(setup.seed()));
    streams = new Streams(venue, authenticator, origins, faults);
    server =
        LoopbackServer.start(
            setup.port(),
            config -> {
              allowLargeFrames(config);
              var endpoints = new Endpoints(config.routes, gate);
              clob.register(endpoints);
              new Gamma(venue).register(endpoints.under("/gamma"));
              new DataApi(venue).register(endpoints.under("/data-api"));
              new Relayer(venue, builderKeys, relayerKeys).register(endpoints);
              streams.register(config.routes);
              config.routes.wsBeforeUpgrade(context -> gate.handshake(VenueId.POLYMARKET, context));
              config.routes.exception(HandshakeRefused.class, HandshakeRefused::write);
              config.routes.exception(
                  EndpointNotFound.class,
                  (_, context) -> gate.missing(VenueId.POLYMARKET, context, NO_SUCH_PATH));
            });
    timer = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().factory());
    long every = Heartbeats.CHECK_EVERY.toMillis();
    var _ =
        timer.scheduleWithFixedDelay(clob.heartbeats()::check, every, every, TimeUnit.MILLISECONDS);
  }

  /** Starts serving; every listing must be known to the exchange already. */
  public static PolymarketFront start(
      Setup setup, Exchange exchange, Faults faults, FaultGate gate) {
    return new PolymarketFront(setup, exchange, faults, gate);
  }

  /** Base of the order book service, without a slash at the end. */
  public String clobUrl() {
    return server.url();
  }

  public String gammaUrl() {
    return server.url() + "/gamma";
  }

  public String dataUrl() {
    return server.url() + "/data-api";
  }

  /** The relayer: its paths are below no other, because requests are signed with their path. */
  public String relayerUrl() {
    return server.url();
  }

  /** Where one asks whether trading is allowed from here. */
  public String geoblockUrl() {
    return server.url() + "/api/geoblock";
  }

  /** Base of the channels {@code /ws/market} and {@code /ws/user}. */
  public String socketUrl() {
    return server.socketUrl();
  }

  /** The key that the owner would be given for nonce 0, in force from now on. */
  public ApiKey grantKey(Address owner) {
    return keys.grant(owner, BigInteger.ZERO);
  }

  /** The owner's key of the relayer. */
  public String relayerKey(Address owner) {
    return relayerKeys.of(owner);
  }

  private static void allowLargeFrames(JavalinConfig config) {
    config.jetty.modifyWebSocketServletFactory(factory -> {
      factory.setMaxTextMessageSize(LARGEST_FRAME);
      factory.setIdleTimeout(SILENCE);
    });
  }

  private static Supplier<String> ids(long seed) {
    var count = new AtomicLong();
    return () -> {
      String name = seed + " id " + count.incrementAndGet();
      return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    };
  }

  @Override
  public void close() {
    timer.shutdownNow();
    streams.close();
    server.close();
  }
}
