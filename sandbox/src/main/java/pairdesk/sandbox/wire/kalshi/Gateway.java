package pairdesk.sandbox.wire.kalshi;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.function.ToIntFunction;
import pairdesk.engine.market.VenueId;
import pairdesk.sandbox.exchange.KalshiModes;
import pairdesk.sandbox.faults.FaultGate;
import pairdesk.sandbox.wire.WireHandler;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.kalshi.Replies.Problem;

/** Enters routes: fault gate, signature, scope, rate, and then the handler. */
final class Gateway {
  static final String PREFIX = "/trade-api/v2";
  private static final int USUAL_COST = 10;

  private final RoutesConfig routes;
  private final FaultGate gate;
  private final KalshiAuth auth;
  private final KalshiModes modes;

  Gateway(RoutesConfig routes, FaultGate gate, KalshiAuth auth, KalshiModes modes) {
    this.routes = routes;
    this.gate = gate;
    this.auth = auth;
    this.modes = modes;
  }

  /** Open to everybody. */
  void open(String path, WireHandler handler) {
    add(HandlerType.GET, path, gate.reads(VenueId.KALSHI, answering(handler)));
  }

  void read(String path, WireHandler handler) {
    read(path, USUAL_COST, handler);
  }

  void read(String path, int cost, WireHandler handler) {
    String scope = path.equals("/portfolio/balance") ? "read::portfolio_balance" : "read";
    WireHandler secured =
        request -> {
          ApiKey key = admitted(request, scope);
          take(key.budgets().reads(), cost, request);
          return handler.handle(request);
        };
    add(HandlerType.GET, path, gate.reads(VenueId.KALSHI, answering(secured)));
  }

  /** Changes orders, money or keys. */
  void write(
      HandlerType method, String path, ToIntFunction<WireRequest> cost, WireHandler handler) {
    String scope = writeScope(path);
    WireHandler secured =
        request -> {
          ApiKey key = admitted(request, scope);
          take(key.budgets().writes(), cost.applyAsInt(request), request);
          if (modes.isHalted()) {
            throw Refused.nested(409, Problem.of("trading_is_paused"));
          }
          return handler.handle(request);
        };
    add(method, path, gate.orders(VenueId.KALSHI, answering(secured)));
  }

  void write(HandlerType method, String path, WireHandler handler) {
    write(method, path, _ -> USUAL_COST, handler);
  }

  private static String writeScope(String path) {
    if (path.startsWith("/api_keys")) {
      return "write";
    }
    return path.contains("transfer") || path.contains("allocation")
        ? "write::transfer"
        : "write::trade";
  }

  private ApiKey admitted(WireRequest request, String scope) {
    ApiKey key = auth.signer(request);
    if (!key.may(scope)) {
      throw Refused.nested(403, Problem.of("forbidden", "the key has no scope " + scope));
    }
    return key;
  }

  private static void take(Bucket bucket, int cost, WireRequest request) {
    if (!bucket.take(cost, request.arrivedAt())) {
      throw Refused.tooManyRequests();
    }
  }

  private void add(HandlerType method, String path, Handler handler) {
    routes.addHttpHandler(method, PREFIX + path, handler);
  }

  private static WireHandler answering(WireHandler handler) {
    return request -> answer(handler, request);
  }

  private static WireReply answer(WireHandler handler, WireRequest request) {
    try {
      return handler.handle(request);
    } catch (Refused e) {
      return e.reply();
    }
  }
}
