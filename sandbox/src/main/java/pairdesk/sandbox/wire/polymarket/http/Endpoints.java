package pairdesk.sandbox.wire.polymarket.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import pairdesk.engine.market.VenueId;
import pairdesk.sandbox.faults.FaultGate;
import pairdesk.sandbox.wire.WireHandler;

/** Where handlers are entered: behind the faults, their refusals turned into answers. */
public final class Endpoints {
  private final RoutesConfig routes;
  private final FaultGate gate;
  private final String prefix;

  public Endpoints(RoutesConfig routes, FaultGate gate) {
    this(routes, gate, "");
  }

  private Endpoints(RoutesConfig routes, FaultGate gate, String prefix) {
    this.routes = routes;
    this.gate = gate;
    this.prefix = prefix;
  }

  /** The same, with every path below this one. */
  public Endpoints under(String path) {
    return new Endpoints(routes, gate, prefix + path);
  }

  public void get(String path, WireHandler handler) {
    reads(HandlerType.GET, path, handler);
  }

  public void post(String path, WireHandler handler) {
    reads(HandlerType.POST, path, handler);
  }

  public void put(String path, WireHandler handler) {
    reads(HandlerType.PUT, path, handler);
  }

  public void delete(String path, WireHandler handler) {
    reads(HandlerType.DELETE, path, handler);
  }

  /** For requests that can change orders. */
  public void orders(HandlerType method, String path, WireHandler handler) {
    add(method, path, gate.orders(VenueId.POLYMARKET, refusing(handler)));
  }

  private void reads(HandlerType method, String path, WireHandler handler) {
    add(method, path, gate.reads(VenueId.POLYMARKET, refusing(handler)));
  }

  private void add(HandlerType method, String path, Handler handler) {
    routes.addHttpHandler(method, prefix + path, handler);
  }

  private static WireHandler refusing(WireHandler handler) {
    return request -> {
      try {
        return handler.handle(request);
      } catch (HttpRefusal refusal) {
        return Replies.refusal(refusal);
      }
    };
  }
}
