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
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.VenueId;

/**
 * One port on this machine for scripts: {@code /health} says whether the desk is alive and ready
 * and why not, {@code /status} how everything stands, {@code /gaps} what approved pairs would earn
 * now, {@code /marks} what could be sold for how much, {@code /ledger} gives the books in exact
 * integers, {@code /metrics} the figures for Prometheus. Nothing can be changed here.
 */
public final class LocalPort implements AutoCloseable {
  /** By which its answers are told from those of another program on the same port. */
  public static final String SERVER = "pairdesk";

  private static final Duration ALIVE = Duration.ofSeconds(10);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String EXPOSITION = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpServer server;
  private final Sources from;

  /**
   * Where its answers come from.
   *
   * @param stalled how long the engine hangs already
   * @param rehearsing whether made orders are being practised
   * @param discord whether the console is connected
   * @param metrics all figures as text
   * @param gaps what the approved pairs would earn now
   */
  record Sources(
      Supplier<EngineView> view,
      Supplier<Optional<Duration>> stalled,
      BooleanSupplier rehearsing,
      BooleanSupplier discord,
      Supplier<String> metrics,
      Supplier<JsonNode> gaps,
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
      local.server.createContext("/status", local::status);
      local.server.createContext("/gaps", local::gaps);
      local.server.createContext("/marks", local::marks);
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
    if (from.rehearsing().getAsBoolean()) {
      reasons.add("the desk rehearses its first orders");
    }
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
    answer(exchange, 200, LedgerAnswer.of(from.view().get()));
  }

  private void status(HttpExchange exchange) throws IOException {
    answer(exchange, 200, StatusAnswer.of(from.view().get(), from.clock().instant()));
  }

  private void marks(HttpExchange exchange) throws IOException {
    answer(exchange, 200, MarksAnswer.of(from.view().get()));
  }

  private void gaps(HttpExchange exchange) throws IOException {
    answer(exchange, 200, from.gaps().get());
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
    exchange.getResponseHeaders().set("Server", SERVER);
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
