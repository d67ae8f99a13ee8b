package pairdesk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.sandbox.SandboxRig.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Request;
import pairdesk.sandbox.SandboxRig.Answer;

/** Faults of streams, seen by a client of Kalshi's and of Polymarket's. */
final class StreamProofs {
  private static final String BOOK = "\"orderbook_delta\"";
  private static final Duration SHORT = Duration.ofMillis(250);

  private final SandboxRig rig;
  private final PolymarketCalls polymarket;
  private int quoted = 100;

  StreamProofs(SandboxRig rig) {
    this.rig = rig;
    this.polymarket = PolymarketCalls.of(rig);
  }

  Map<String, Proof> all() {
    var proofs = new HashMap<>(sequence());
    proofs.putAll(connection());
    proofs.putAll(content());
    return proofs;
  }

  private Map<String, Proof> sequence() {
    return Map.of(
        "W1", fault -> numbers(fault, List.of(3L, 4L)),
        "W2", fault -> numbers(fault, List.of(2L, 2L, 3L)),
        "W3", fault -> numbers(fault, List.of(3L, 2L, 4L)),
        "W7", this::oldSnapshot,
        "W15", this::olderAndOlder);
  }

  private Map<String, Proof> connection() {
    return Map.of(
        "W4", this::silent,
        "W5", this::oneMarketSilent,
        "W6", fault -> ends(fault, "failed: "),
        "W11", this::halfOpen,
        "W14", this::privateRefused,
        "W20", this::comesAndGoes,
        "W21", fault -> ends(fault, "closed: 1001 going away"));
  }

  private Map<String, Proof> content() {
    return Map.of(
        "W8", this::tickUntold,
        "W9", this::fillFirst,
        "W10", this::fillUntold,
        "W12", fault -> assertEquals("0.9900", afterQuote(fault).path("price_dollars").asText()),
        "W13", this::refusedSubscription,
        "W16", fault -> inserted(fault, "weather"),
        "W19", fault -> inserted(fault, "fill"));
  }

  /** Every quote is a size that was not there before: one delta. */
  private void quote() {
    quote(0);
  }

  private void quote(int pair) {
    quoted++;
    rig.set(
        "book",
        """
        {"venue":"kalshi","market":"pair:%d","bids":[{"price":"0.10","quantity":"%d"}],"asks":[]}
        """
            .formatted(pair, quoted));
  }

  /** Subscribed, and past the snapshot. */
  private Listener books(int... pairs) throws InterruptedException {
    var tickers = new String[pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      quote(pairs[i]);
      tickers[i] = rig.pair(pairs[i], "kalshi");
    }
    Listener listener = Listener.kalshi(rig, BOOK, tickers);
    for (int i = 0; i < pairs.length; i++) {
      listener.next("orderbook_snapshot");
    }
    return listener;
  }

  private void numbers(Runnable fault, List<Long> wanted) throws InterruptedException {
    try (Listener listener = books(0)) {
      fault.run();
      quote();
      quote();
      quote();
      for (long number : wanted) {
        assertEquals(number, listener.nextSeq());
      }
    }
  }

  private JsonNode afterQuote(Runnable fault) throws InterruptedException {
    try (Listener listener = books(0)) {
      fault.run();
      quote();
      return listener.nextJson().path("msg");
    }
  }

  private void inserted(Runnable fault, String type) throws InterruptedException {
    try (Listener listener = books(0)) {
      fault.run();
      quote();
      assertEquals(type, listener.nextJson().path("type").asText());
      assertEquals("orderbook_delta", listener.nextJson().path("type").asText());
    }
  }

  private void oldSnapshot(Runnable fault) throws IOException {
    Request request = rig.kalshi("GET", "/markets/" + rig.pair(0, "kalshi") + "/orderbook", "");
    quote();
    Answer before = rig.call(request);
    fault.run();
    quote();
    assertEquals(before, rig.call(request));
  }

  private void olderAndOlder(Runnable fault) throws InterruptedException {
    try (Listener listener = books(0)) {
      fault.run();
      long start = System.nanoTime();
      quote();
      quote();
      quote();
      listener.next();
      listener.next();
      listener.next();
      assertTrue(System.nanoTime() - start >= 600_000_000L);
    }
  }

  private void silent(Runnable fault) throws InterruptedException {
    try (Listener listener = books(0)) {
      fault.run();
      quote();
      assertTrue(listener.isSilent(SHORT));
    }
  }

  private void oneMarketSilent(Runnable fault) throws InterruptedException {
    try (Listener listener = books(0, 1)) {
      fault.run();
      quote(0);
      quote(1);
      assertEquals(
          rig.pair(1, "kalshi"), listener.nextJson().path("msg").path("market_ticker").asText());
    }
  }

  private void ends(Runnable fault, String how) throws InterruptedException {
    try (Listener listener = books(0)) {
      fault.run();
      quote();
      String last = listener.next();
      assertTrue(last.startsWith(how), last);
    }
  }

  private void halfOpen(Runnable fault) throws InterruptedException {
    quote();
    try (Listener listener =
        Listener.kalshi(rig, Duration.ofMillis(200), BOOK, rig.pair(0, "kalshi"))) {
      listener.next("orderbook_snapshot");
      fault.run();
      quote();
      String last = listener.next("failed");
      assertTrue(last.contains("didn't receive pong"), last);
    }
  }

  private void privateRefused(Runnable fault) throws IOException {
    fault.run();
    String url = rig.sandbox.polymarket().socketUrl().replace("ws://", "http://");
    assertEquals(502, rig.call(upgrade(url + "/ws/user")).status());
    try (Listener market = Listener.polymarket(rig, "1")) {
      market.next("[");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Request upgrade(String url) {
    return new Request.Builder()
        .url(url)
        .header("Connection", "Upgrade")
        .header("Upgrade", "websocket")
        .header("Sec-WebSocket-Version", "13")
        .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
        .build();
  }

  private void comesAndGoes(Runnable fault) throws InterruptedException {
    fault.run();
    for (int i = 0; i < 3; i++) {
      try (Listener listener = Listener.kalshi(rig, BOOK, rig.pair(0, "kalshi"))) {
        listener.next("failed");
      }
    }
  }

  private String token(int pair) {
    JsonNode market = polymarket.read("/clob-markets/" + rig.pair(pair, "polymarket")).json();
    return market.path("t").path(0).path("t").asText();
  }

  private void tickUntold(Runnable fault) throws InterruptedException {
    String token = token(8);
    try (Listener listener = Listener.polymarket(rig, token)) {
      listener.next("[");
      fault.run();
      assertTrue(listener.isSilent(SHORT));
      JsonNode tick = polymarket.read("/tick-size?token_id=" + token).json();
      assertEquals("0.001", tick.path("minimum_tick_size").asText());
    }
  }

  private void fillFirst(Runnable fault) throws InterruptedException {
    String id = rig.nextId();
    fault.run();
    Request request = rig.order(id);
    Thread client = Thread.ofVirtual().start(() -> answered(request));
    await("the order is booked", () -> rig.isBooked(id));
    assertTrue(client.isAlive(), "answered before it was booked");
    client.join();
  }

  private void answered(Request request) {
    try {
      assertEquals(201, rig.call(request).status());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void fillUntold(Runnable fault) throws InterruptedException, IOException {
    try (Listener listener = Listener.kalshi(rig, "\"fill\",\"user_orders\"")) {
      listener.next("subscribed");
      listener.next("subscribed");
      fault.run();
      String client = rig.nextId();
      String id = rig.placed(client);
      rig.set(
          "order",
          "{\"venue\":\"kalshi\",\"order\":\"%s\",\"action\":\"fill\",\"quantity\":\"1.00\"}"
              .formatted(client));
      assertFalse(listener.next("executed").contains("\"type\":\"fill\""));
      Request fills = rig.kalshi("GET", "/portfolio/fills?order_id=" + id, "");
      assertEquals(1, rig.call(fills).json().path("fills").size());
      assertTrue(listener.isSilent(SHORT));
    }
  }

  private void refusedSubscription(Runnable fault) throws InterruptedException {
    fault.run();
    try (Listener listener = Listener.kalshi(rig, BOOK, rig.pair(0, "kalshi"))) {
      JsonNode refused = listener.nextJson();
      assertEquals("error", refused.path("type").asText());
      assertEquals(26, refused.path("msg").path("code").asInt());
    }
  }
}
