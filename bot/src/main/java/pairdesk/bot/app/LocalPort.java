package pairdesk.bot.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.VenueId;

/**
 * One port on this machine for scripts: {@code /health} says whether the desk is alive and ready
 * and why not, {@code /ledger} gives the books in exact integers.
 */
final class LocalPort implements AutoCloseable {
  private static final Duration ALIVE = Duration.ofSeconds(10);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final Supplier<EngineView> view;
  private final BooleanSupplier discord;
  private final InstantSource clock;

  private LocalPort(
      HttpServer server, Supplier<EngineView> view, BooleanSupplier discord, InstantSource clock) {
    this.server = server;
    this.view = view;
    this.discord = discord;
    this.clock = clock;
  }

  /**
   * @param port 0 for any free one
   * @param discord whether the console is connected
   * @throws UncheckedIOException when the port is taken; the message names it and the setting
   */
  static LocalPort start(
      int port, Supplier<EngineView> view, BooleanSupplier discord, InstantSource clock) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      var local = new LocalPort(HttpServer.create(address, 16), view, discord, clock);
      local.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      local.server.createContext("/health", local::health);
      local.server.createContext("/ledger", local::ledger);
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
    EngineView now = view.get();
    List<String> reasons = notReady(now, clock.instant());
    var body = JSON.createObjectNode();
    boolean alive = Duration.between(now.at(), clock.instant()).compareTo(ALIVE) < 0;
    body.put("alive", alive).put("ready", alive && reasons.isEmpty());
    body.put("discord", discord.getAsBoolean());
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
    EngineView now = view.get();
    var body = JSON.createObjectNode();
    var positions = body.putArray("positions");
    now.wealth()
        .positions()
        .forEach(p ->
            positions
                .addObject()
                .put("venue", p.instrument().venue().code())
                .put("market", p.instrument().market().code())
                .put("outcome", p.instrument().outcome().name())
                .put("quantity_e6", Long.toString(p.quantity().e6()))
                .put("provisional_e6", Long.toString(p.provisional().e6()))
                .put("cost_e6", Long.toString(p.cost().e6()))
                .put("fees_e6", Long.toString(p.fees().e6())));
    var cash = body.putArray("cash");
    now.wealth()
        .cash()
        .forEach(c ->
            cash.addObject()
                .put("venue", c.venue().code())
                .put("shard", c.shard())
                .put("total_e6", Long.toString(c.total().e6()))
                .put("reserved_e6", Long.toString(c.reserved().e6())));
    body.put("open_orders", now.trading().orders().size());
    body.put("open_executions", openExecutions(now));
    body.put("completed_executions", now.trading().kpis().completed());
    body.put("unhedged_e6", Long.toString(now.wealth().risk().unhedged().e6()));
    answer(exchange, 200, body);
  }

  private static long openExecutions(EngineView view) {
    return view.trading().executions().stream().filter(e -> !e.state().isClosed()).count();
  }

  private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
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
