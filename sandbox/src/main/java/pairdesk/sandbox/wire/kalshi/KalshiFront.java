package pairdesk.sandbox.wire.kalshi;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.EndpointNotFound;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import pairdesk.engine.market.VenueId;
import pairdesk.sandbox.catalogue.Catalogue;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.faults.FaultGate;
import pairdesk.sandbox.faults.Faults;
import pairdesk.sandbox.faults.FaultyStream;
import pairdesk.sandbox.faults.HandshakeRefused;
import pairdesk.sandbox.faults.SocketSink;
import pairdesk.sandbox.wire.LoopbackServer;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;

/** Kalshi on loopback: REST and WebSocket on one port. */
public final class KalshiFront implements AutoCloseable {
  private static final String SOCKET_PATH = "/trade-api/ws/v2";
  private static final long PING_SECONDS = 10;

  /** Subscriptions may name thousands of markets. */
  private static final int LARGEST_FRAME = 4 * 1024 * 1024;

  private final Exchange exchange;
  private final Faults faults;
  private final KeyRing keys;
  private final KalshiAuth auth;
  private final SocketHub hub;
  private final Commands commands;
  private final Map<String, KalshiSocket> sockets = new ConcurrentHashMap<>();
  private final Map<String, Open> open = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor heartbeat =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("kalshi-heartbeat").factory());
  private final LoopbackServer server;

  private record Open(WsContext context, SocketSink sink) {}

  /** What the fronts share. */
  public record Parts(Exchange exchange, Catalogue catalogue, Faults faults, FaultGate gate) {}

  private KalshiFront(Parts parts, KalshiOptions options) {
    exchange = parts.exchange();
    faults = parts.faults();
    keys = new KeyRing(options.credential(), options.limits(), exchange.clock());
    auth = new KalshiAuth(keys);
    var listings = new Listings(exchange, parts.catalogue().kalshi());
    hub = new SocketHub(exchange, listings, options.account());
    commands = new Commands(exchange, listings);
    server =
        LoopbackServer.start(
            options.port(),
            config -> {
              config.jetty.modifyWebSocketServletFactory(
                  factory -> factory.setMaxTextMessageSize(LARGEST_FRAME));
              rest(config, parts.gate(), listings, options);
              config.routes.wsBeforeUpgrade(
                  SOCKET_PATH,
                  context -> {
                    parts.gate().handshake(VenueId.KALSHI, context);
                    auth.signer(WireRequest.of(context, exchange.clock().instant()));
                  });
              config.routes.ws(SOCKET_PATH, this::socket);
              config.routes.exception(Refused.class, KalshiFront::refuse);
              config.routes.exception(
                  EndpointNotFound.class,
                  (_, context) ->
                      parts.gate().missing(VenueId.KALSHI, context, Refused.notFound().reply()));
              config.routes.exception(HandshakeRefused.class, HandshakeRefused::write);
            });
    var _ = heartbeat.scheduleAtFixedRate(this::ping, PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
  }

  public static KalshiFront start(Parts parts, KalshiOptions options) {
    return new KalshiFront(parts, options);
  }

  private void rest(
      JavalinConfig config, FaultGate gate, Listings listings, KalshiOptions options) {
    var gateway = new Gateway(config.routes, gate, auth, exchange.modes().kalshi());
    var fees = new Fees(exchange);
    new ExchangeRoutes(exchange, options.limits()).enter(gateway);
    new SeriesRoutes(listings, fees).enter(gateway);
    new EventRoutes(listings, fees).enter(gateway);
    new CandleRoutes(exchange, listings).enter(gateway);
    new MarketRoutes(exchange, listings).enter(gateway);
    new MetadataRoutes(listings).enter(gateway);
    new HistoryRoutes(exchange).enter(gateway);
    new KeyRoutes(keys, exchange).enter(gateway);
    account(gateway, listings, options);
  }

  private void account(Gateway gateway, Listings listings, KalshiOptions options) {
    AccountId trader = options.account();
    exchange.modes().kalshi().lagReads(options.readLag());
    var history = new OrderHistory(exchange, trader);
    new BalanceRoutes(exchange, trader).enter(gateway);
    new PortfolioRoutes(exchange, listings, trader).enter(gateway);
    new OrderReads(exchange, listings, trader, history).enter(gateway);
    new OrderRoutes(exchange, listings, trader).enter(gateway);
    new GroupRoutes(exchange, trader).enter(gateway);
    new TransferRoutes(exchange, trader).enter(gateway);
    new SubaccountRoutes(exchange, trader).enter(gateway);
    new AllocationRoutes(exchange, trader).enter(gateway);
  }

  private static void refuse(Refused refusal, Context context) {
    WireReply reply = refusal.reply();
    context.status(reply.status()).result(reply.body());
    reply.headers().forEach(context::header);
  }

  private void socket(WsConfig config) {
    config.onConnect(this::connected);
    config.onMessage(context -> {
      KalshiSocket socket = sockets.get(context.sessionId());
      if (socket != null) {
        exchange.locked(() -> commands.handle(socket, context.message()));
      }
    });
    config.onClose(context -> gone(context.sessionId()));
    config.onError(context -> gone(context.sessionId()));
  }

  private void connected(WsConnectContext context) {
    var sink = new SocketSink(context);
    var socket = new KalshiSocket(new FaultyStream(VenueId.KALSHI, faults, sink));
    sockets.put(context.sessionId(), socket);
    open.put(context.sessionId(), new Open(context, sink));
    hub.add(socket);
  }

  private void gone(String session) {
    open.remove(session);
    KalshiSocket socket = sockets.remove(session);
    if (socket != null) {
      hub.remove(socket);
    }
  }

  private void ping() {
    ByteBuffer heartbeat = ByteBuffer.wrap("heartbeat".getBytes(StandardCharsets.UTF_8));
    open.values().stream()
        .filter(each -> each.sink().isSpeaking())
        .forEach(each -> each.context().sendPing(heartbeat.duplicate()));
  }

  /** {@code http://127.0.0.1:port/trade-api/v2}. */
  public String restUrl() {
    return server.url() + Gateway.PREFIX;
  }

  /** {@code ws://127.0.0.1:port/trade-api/ws/v2}. */
  public String socketUrl() {
    return server.socketUrl() + SOCKET_PATH;
  }

  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    heartbeat.shutdownNow();
    sockets.keySet().forEach(this::gone);
    server.close();
  }
}
