package pairdesk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.sandbox.SandboxRig.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import pairdesk.sandbox.SandboxRig.Answer;

/** Faults of requests, seen by the client that made them. */
final class RequestProofs {
  private final SandboxRig rig;
  private final PolymarketCalls polymarket;

  RequestProofs(SandboxRig rig) {
    this.rig = rig;
    this.polymarket = PolymarketCalls.of(rig);
  }

  Map<String, Proof> all() {
    var proofs = new HashMap<>(uncertain());
    proofs.putAll(unavailable());
    proofs.putAll(unreadable());
    proofs.putAll(money());
    return proofs;
  }

  /** The fate of an order is not in its answer. */
  private Map<String, Proof> uncertain() {
    return Map.of(
        "R1",
        fault -> booked(fault, rig::assertLost),
        "R2",
        this::lost,
        "R3",
        this::bookedLate,
        "R4",
        fault -> booked(fault, order -> assertEquals(502, rig.answer(order).status())),
        "R16",
        fault -> booked(fault, order -> assertEquals(409, rig.answer(order).status())),
        "R21",
        fault -> booked(fault, order -> assertEquals("<html>", rig.answer(order).body())),
        "R25",
        this::lateReads,
        "R26",
        fault -> status(fault, 429, rig.kalshi("POST", "/portfolio/events/orders/batched", "{}")),
        "R32",
        this::cancelDenied,
        "R34",
        this::otherOrder);
  }

  private Map<String, Proof> unavailable() {
    return Map.ofEntries(
        Map.entry("R5", this::unreachable),
        Map.entry("R6", fault -> orderStatus(fault, 425)),
        Map.entry("R7", fault -> orderStatus(fault, 503)),
        Map.entry("R8", this::paused),
        Map.entry("R9", this::storm),
        Map.entry("R9b", this::smallBudget),
        Map.entry("R10", fault -> status(fault, 401, rig.kalshi("GET", "/portfolio/fills", ""))),
        Map.entry("R11", this::blocked),
        Map.entry("R20", this::otherVersion),
        Map.entry("R24", this::secondPageFails),
        Map.entry("R31", this::heartbeat),
        Map.entry("R35", fault -> status(fault, 410, rig.order(rig.nextId()))));
  }

  private Map<String, Proof> unreadable() {
    return Map.of(
        "R22", this::renamed,
        "R23", this::unknownStatus,
        "R27", this::redirected,
        "R28", this::endless,
        "R28b", this::dripping,
        "R30", this::takersWait);
  }

  private Map<String, Proof> money() {
    return Map.of(
        "R12", this::noMoney,
        "R13", this::noMoneyForTheHedge,
        "R15", fault -> orderStatus(fault, 400),
        "R29", this::oldBalance);
  }

  private interface Sending {
    void send(Request order);
  }

  private JsonNode read(String target) {
    return rig.answer(rig.kalshi("GET", target, "")).json();
  }

  private Request cancel(String id) {
    return rig.kalshi(
        "DELETE", "/portfolio/events/orders/" + id + "?market_ticker=" + rig.pair(0, "kalshi"), "");
  }

  private void status(Runnable fault, int status, Request request) {
    fault.run();
    assertEquals(status, rig.answer(request).status());
  }

  private void orderStatus(Runnable fault, int status) {
    fault.run();
    assertEquals(status, polymarket.signed("POST", "/order", "{}").status());
  }

  private void booked(Runnable fault, Sending sending) {
    String id = rig.nextId();
    fault.run();
    sending.send(rig.order(id));
    await("the order is booked", () -> rig.isBooked(id));
  }

  private void lost(Runnable fault) {
    String id = rig.nextId();
    fault.run();
    rig.assertLost(rig.order(id));
    assertTrue(rig.lastRequest().path("executions").isEmpty());
    assertFalse(rig.isBooked(id));
  }

  private void bookedLate(Runnable fault) {
    String id = rig.nextId();
    fault.run();
    rig.assertLost(rig.order(id));
    assertTrue(rig.lastRequest().path("executions").isEmpty());
    await("the order is booked late", () -> rig.isBooked(id));
  }

  private void lateReads(Runnable fault) throws IOException {
    fault.run();
    String id = rig.placed(rig.nextId());
    assertEquals(404, rig.answer(rig.kalshi("GET", "/portfolio/orders/" + id, "")).status());
  }

  private void cancelDenied(Runnable fault) throws IOException {
    String client = rig.nextId();
    String id = rig.placed(client);
    fault.run();
    assertEquals(404, rig.answer(cancel(id)).status());
    assertEquals("OPEN", rig.truthOf(client).path("status").asText());
  }

  private void otherOrder(Runnable fault) throws IOException {
    String client = rig.nextId();
    String id = rig.placed(client);
    fault.run();
    assertEquals("another", rig.answer(cancel(id)).json().path("order_id").asText());
    assertEquals("CANCELLED", rig.truthOf(client).path("status").asText());
  }

  private void unreachable(Runnable fault) {
    fault.run();
    String clob = rig.sandbox.polymarket().clobUrl();
    assertThrows(
        IOException.class, () -> rig.call(new Request.Builder().url(clob + "/time").build()));
    assertTrue(read("/exchange/status").path("exchange_active").asBoolean());
  }

  private void paused(Runnable fault) {
    fault.run();
    JsonNode schedule = read("/exchange/schedule").path("schedule");
    assertTrue(schedule.path("maintenance_windows").path(0).has("start_datetime"));
    Answer refused = rig.answer(rig.order(rig.nextId()));
    assertEquals(409, refused.status());
    assertEquals("trading_is_paused", refused.json().path("error").path("code").asText());
  }

  private void storm(Runnable fault) {
    fault.run();
    Request request = rig.kalshi("GET", "/exchange/status", "");
    long refused = IntStream.range(0, 60).filter(_ -> rig.answer(request).status() == 429).count();
    assertTrue(refused > 40 && refused < 60, "of 60 refused: " + refused);
  }

  private void smallBudget(Runnable fault) {
    fault.run();
    Answer last = polymarket.signed("POST", "/order", "{}");
    for (int i = 0; i < 5 && last.status() != 429; i++) {
      last = polymarket.signed("POST", "/order", "{}");
    }
    assertEquals(429, last.status(), last.body());
  }

  private void blocked(Runnable fault) {
    fault.run();
    Answer answer = polymarket.read("/time");
    assertEquals(403, answer.status());
    assertTrue(answer.body().startsWith("<html>"));
  }

  private void otherVersion(Runnable fault) {
    fault.run();
    assertEquals("{\"version\":3}", polymarket.read("/version").body());
  }

  private void secondPageFails(Runnable fault) {
    fault.run();
    Answer first = rig.answer(rig.kalshi("GET", "/markets?limit=5", ""));
    assertEquals(200, first.status());
    String cursor = first.json().path("cursor").asText();
    assertEquals(
        500, rig.answer(rig.kalshi("GET", "/markets?limit=5&cursor=" + cursor, "")).status());
  }

  private void heartbeat(Runnable fault) {
    rig.set(
        "order",
        """
        {"venue":"polymarket","market":"pair:0","action":"place","outcome":"yes","side":"buy",
         "price":"0.01","quantity":"10"}
        """);
    assertEquals(1, polymarket.signed("GET", "/data/orders", "").json().path("count").asInt());
    fault.run();
    assertEquals(503, polymarket.signed("POST", "/v1/heartbeats", "{}").status());
    assertEquals(0, polymarket.signed("GET", "/data/orders", "").json().path("count").asInt());
  }

  private void renamed(Runnable fault) {
    fault.run();
    JsonNode book = read("/markets/" + rig.pair(0, "kalshi") + "/orderbook").path("orderbook_fp");
    assertTrue(book.has("yes") && !book.has("yes_dollars"), book::toString);
  }

  private void unknownStatus(Runnable fault) throws IOException {
    String id = rig.placed(rig.nextId());
    fault.run();
    assertEquals("thawing", read("/portfolio/orders/" + id).path("order").path("status").asText());
  }

  private void redirected(Runnable fault) throws IOException {
    fault.run();
    OkHttpClient careful = rig.http.newBuilder().followRedirects(false).build();
    try (Response response = careful.newCall(rig.kalshi("GET", "/exchange/status", "")).execute()) {
      assertEquals(302, response.code());
      assertEquals("http://127.0.0.1:9/", response.header("Location"));
    }
  }

  private void endless(Runnable fault) throws IOException {
    fault.run();
    try (Response response =
        rig.http.newCall(rig.kalshi("GET", "/exchange/status", "")).execute()) {
      response.body().source().skip(10L << 20);
    }
  }

  private void dripping(Runnable fault) {
    Request request = rig.kalshi("GET", "/exchange/status", "");
    int pieces = rig.answer(request).body().length() / 200;
    fault.run();
    Instant before = Instant.now();
    rig.answer(request);
    assertTrue(Duration.between(before, Instant.now()).toMillis() >= pieces * 150L);
  }

  private void takersWait(Runnable fault) {
    fault.run();
    JsonNode market = polymarket.read("/clob-markets/" + rig.pair(1, "polymarket")).json();
    assertEquals(3, market.path("sd").asInt());
  }

  private void noMoney(Runnable fault) {
    fault.run();
    Answer refused = rig.answer(rig.order(rig.nextId()));
    assertEquals("insufficient_balance", refused.json().path("error").path("code").asText());
  }

  private void noMoneyForTheHedge(Runnable fault) throws IOException {
    fault.run();
    rig.placed(rig.nextId());
    polymarket.signed("POST", "/order", "{}");
    await("the hedge is refused", () -> rig.answer(rig.order(rig.nextId())).status() == 400);
  }

  private void oldBalance(Runnable fault) {
    String before = read("/portfolio/balance").path("balance_dollars").asText();
    fault.run();
    rig.set("account", "{\"venue\":\"kalshi\",\"shard\":0,\"cash\":\"1\"}");
    assertEquals(before, read("/portfolio/balance").path("balance_dollars").asText());
  }
}
