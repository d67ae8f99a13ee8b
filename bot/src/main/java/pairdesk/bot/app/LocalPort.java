package pairdesk.bot.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import pairdesk.engine.control.Mode;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;

/**
 * One port on this machine for scripts: {@code /health} says whether the desk is alive and ready
 * and why not, {@code /ledger} gives the books in exact integers, {@code /metrics} the figures for
 * Prometheus.
 */
final class LocalPort implements AutoCloseable {
  private static final Duration ALIVE = Duration.ofSeconds(10);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String EXPOSITION = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpServer server;
  private final Sources from;

  /**
   * Where its answers come from.
   *
   * @param stalled how long the engine hangs already
   * @param discord whether the console is connected
   * @param metrics all figures as text
   */
  record Sources(
      Supplier<EngineView> view,
      Supplier<Optional<Duration>> stalled,
      BooleanSupplier discord,
      Supplier<String> metrics,
      InstantSource clock) {}

  private LocalPort(HttpServer server, Sources from) {
    this.server = server;
    this.from = from;
  }

  /**
   * @param port 0 for any free one
   * @throws UncheckedIOException when the port is taken; the message names it and the setting
   */
  static LocalPort start(int port, Sources from) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      var local = new LocalPort(HttpServer.create(address, 16), from);
      local.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      local.server.createContext("/health", local::health);
      local.server.createContext("/ledger", local::ledger);
      local.server.createContext("/metrics", local::metrics);
      local.server.start();
      return local;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "port " + port + " on 127.0.0.1 is taken: set HEALTH_PORT to another one", e);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void health(HttpExchange exchange) throws IOException {
    EngineView now = from.view().get();
    Instant at = from.clock().instant();
    List<String> reasons = notReady(now, at);
    from.stalled()
        .get()
        .ifPresent(busy ->
            reasons.add("the engine has worked on one batch for " + busy.toSeconds() + " s"));
    var body = JSON.createObjectNode();
    boolean alive = Duration.between(now.at(), at).compareTo(ALIVE) < 0;
    body.put("alive", alive).put("ready", alive && reasons.isEmpty());
    body.put("discord", from.discord().getAsBoolean());
    body.put("mode", now.desk().controls().mode().name());
    body.put("halted", now.desk().controls().halted());
    var why = body.putArray("reasons");
    reasons.forEach(why::add);
    answer(exchange, alive ? 200 : 503, body);
  }

  private static List<String> notReady(EngineView view, Instant now) {
    var reasons = new ArrayList<String>();
    view.desk()
        .venues()
        .forEach((venue, state) -> {
          if (!state.reconciled().clean()) {
            reasons.add(venue + " is not reconciled: " + state.reconciled().differences());
          }
          boolean quiet = Duration.between(state.lastTick(), now).compareTo(ALIVE) > 0;
          if (quiet && isWatched(view, venue)) {
            reasons.add(venue + " has had no tick for a while");
          }
        });
    view.desk().breakers().forEach(breaker -> reasons.add(breaker.name() + ": " + breaker.cause()));
    return reasons;
  }

  private static boolean isWatched(EngineView view, VenueId venue) {
    return view.desk().pairs().stream()
        .filter(pair -> pair.status() == PairStatus.APPROVED)
        .anyMatch(pair -> pair.left().venue().equals(venue) || pair.right().venue().equals(venue));
  }

  private void ledger(HttpExchange exchange) throws IOException {
    EngineView now = from.view().get();
    var body = JSON.createObjectNode();
    positions(now.wealth(), body.putArray("positions"));
    winnings(now.wealth(), body.putArray("winnings"));
    cash(now.wealth(), body.putArray("cash"));
    body.put("net_e6", Long.toString(net(now).e6()));
    body.put("open_orders", now.trading().openOrders(Mode.LIVE));
    body.put("open_executions", now.trading().openExecutions(Mode.LIVE));
    body.put("completed_executions", now.trading().kpis().completed());
    body.put("unhedged_e6", Long.toString(now.wealth().risk().unhedged().e6()));
    answer(exchange, 200, body);
  }

  private static void positions(EngineView.Wealth wealth, ArrayNode rows) {
    wealth
        .positions()
        .forEach(p ->
            rows.addObject()
                .put("venue", p.instrument().venue().code())
                .put("market", p.instrument().market().code())
                .put("outcome", p.instrument().outcome().name())
                .put("quantity_e6", Long.toString(p.quantity().e6()))
                .put("provisional_e6", Long.toString(p.provisional().e6()))
                .put("cost_e6", Long.toString(p.cost().e6()))
                .put("fees_e6", Long.toString(p.fees().e6())));
  }

  private static void winnings(EngineView.Wealth wealth, ArrayNode rows) {
    wealth
        .winnings()
        .forEach(won ->
            rows.addObject()
                .put("venue", won.claim().market().venue().code())
                .put("market", won.claim().market().code())
                .put("worth_e6", Long.toString(won.claim().worth().e6()))
                .put("note", won.note()));
  }

  private static void cash(EngineView.Wealth wealth, ArrayNode rows) {
    wealth
        .cash()
        .forEach(c ->
            rows.addObject()
                .put("venue", c.venue().code())
                .put("shard", c.shard())
                .put("total_e6", Long.toString(c.total().e6()))
                .put("reserved_e6", Long.toString(c.reserved().e6())));
  }

  /** Realised less fees, of all days. */
  private static Usd net(EngineView view) {
    return view.wealth().pnl().stream()
        .map(day -> day.realised().minus(day.fees()))
        .reduce(Usd.ZERO, Usd::plus);
  }

  private void metrics(HttpExchange exchange) throws IOException {
    answer(exchange, 200, EXPOSITION, from.metrics().get());
  }

  private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
    answer(exchange, status, "application/json", body.toString());
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
