package pairdesk.sandbox.wire.kalshi;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.time.InstantSource;
import java.util.function.ToIntFunction;
import pairdesk.engine.market.VenueId;
import pairdesk.sandbox.faults.FaultGate;
import pairdesk.sandbox.wire.WireHandler;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;

/** Enters routes: fault gate, signature, rate, and then the handler. */
final class Gateway {
  static final String PREFIX = "/trade-api/v2";
  private static final int USUAL_COST = 10;

  private final RoutesConfig routes;
  private final FaultGate gate;
  private final KalshiAuth auth;
  private final Bucket reads;
  private final Bucket writes;

  Gateway(
      RoutesConfig routes, FaultGate gate, KalshiAuth auth, Limits limits, InstantSource clock) {
    this.routes = routes;
    this.gate = gate;
    this.auth = auth;
    this.reads = new Bucket(limits.read(), clock.instant());
    this.writes = new Bucket(limits.write(), clock.instant());
  }

  /** Open to everybody. */
  void open(String path, WireHandler handler) {
    add(HandlerType.GET, path, gate.reads(VenueId.KALSHI, answering(handler)));
  }

  void read(String path, WireHandler handler) {
    read(path, USUAL_COST, handler);
  }

  void read(String path, int cost, WireHandler handler) {
    WireHandler secured = secured(reads, _ -> cost, handler);
    add(HandlerType.GET, path, gate.reads(VenueId.KALSHI, secured));
  }

  /** Changes orders or money. */
  void write(
      HandlerType method, String path, ToIntFunction<WireRequest> cost, WireHandler handler) {
    add(method, path, gate.orders(VenueId.KALSHI, secured(writes, cost, handler)));
  }

  void write(HandlerType method, String path, WireHandler handler) {
    write(method, path, _ -> USUAL_COST, handler);
  }

  private void add(HandlerType method, String path, Handler handler) {
    routes.addHttpHandler(method, PREFIX + path, handler);
  }

  private WireHandler secured(Bucket bucket, ToIntFunction<WireRequest> cost, WireHandler handler) {
    return request ->
        auth.refusal(request)
            .orElseGet(() ->
                bucket.take(cost.applyAsInt(request), request.arrivedAt())
                    ? answer(handler, request)
                    : Replies.tooManyRequests());
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
