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
import java.util.List;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pairdesk.sandbox.SandboxRig.Answer;

/** Which requests a rule meets, and what becomes of their replies. */
class RequestFaultsTest {
  private static final String ORDERS = "\"method\":\"POST\",\"path\":\"events/orders$\"";

  private static SandboxRig rig;

  @BeforeAll
  static void start() {
    rig = new SandboxRig(12);
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @BeforeEach
  void noRules() {
    rig.clearRules();
  }

  private static void rule(String when, String action) {
    rig.set("rules", "{\"when\":{%s},\"do\":%s}".formatted(when, action));
  }

  private static Request book(int pair) {
    return new Request.Builder().url(bookUrl(pair)).build();
  }

  private static String bookUrl(int pair) {
    return rig.sandbox.kalshi().restUrl() + "/markets/" + rig.pair(pair, "kalshi") + "/orderbook";
  }

  private static void quote(int pair, int shares) {
    rig.set(
        "book",
        """
        {"venue":"kalshi","market":"pair:%d","bids":[{"price":"0.10","quantity":"%d"}]}
        """
            .formatted(pair, shares));
  }

  @Test
  void meetsTheThirdCallAlone() throws IOException {
    rule(
        "\"path\":\"/orderbook\",\"first\":3,\"times\":1", "{\"type\":\"replace\",\"status\":503}");
    Request request = book(0);
    var statuses = new int[4];
    for (int i = 0; i < statuses.length; i++) {
      statuses[i] = rig.call(request).status();
    }
    assertEquals(List.of(200, 200, 503, 200), IntStream.of(statuses).boxed().toList());
    JsonNode tally = rig.truth("/rules").path("rules").path(0);
    assertEquals(4, tally.path("matches").asInt());
    assertEquals(1, tally.path("played").asInt());
  }

  @Test
  void meetsOneMarketByAllOfItsNames() throws IOException {
    String refuse = "{\"type\":\"replace\",\"status\":425}";
    rule("\"venue\":\"kalshi\",\"market\":\"pair:1\"", refuse);
    assertEquals(200, rig.call(book(0)).status());
    assertEquals(425, rig.call(book(1)).status());
    rule("\"venue\":\"polymarket\",\"market\":\"pair:1\"", refuse);
    String token =
        rig.sandbox.polymarket().clobUrl() + "/clob-markets/" + rig.pair(1, "polymarket");
    assertEquals(425, rig.call(new Request.Builder().url(token).build()).status());
  }

  @Test
  void meetsOneOrderWhicheverOfItsIdsIsGiven() throws IOException {
    String client = rig.nextId();
    String mine = rig.placed(client);
    String other = rig.placed(rig.nextId());
    rule("\"order\":\"" + client + "\"", "{\"type\":\"replace\",\"status\":504}");
    String ticker = "?market_ticker=" + rig.pair(0, "kalshi");
    String orders = "/portfolio/events/orders/";
    assertEquals(504, rig.call(rig.kalshi("DELETE", orders + mine + ticker, "")).status());
    assertEquals(200, rig.call(rig.kalshi("DELETE", orders + other + ticker, "")).status());
  }

  @Test
  void beginsLater() throws IOException {
    rule("\"path\":\"/orderbook\",\"afterMillis\":60000", "{\"type\":\"replace\",\"status\":503}");
    assertEquals(200, rig.call(book(0)).status());
    assertEquals(0, rig.truth("/rules").path("rules").path(0).path("matches").asInt());
  }

  @Test
  void aSlowReplyComesAfterTheOrderIsBooked() throws Exception {
    String id = rig.nextId();
    rule(ORDERS + ",\"times\":1", "{\"type\":\"slowReply\",\"millis\":3000}");
    Instant before = Instant.now();
    Request request = rig.order(id);
    Thread client = Thread.ofVirtual().start(() -> assertThrowsNothing(request));
    await("the order is booked", () -> rig.isBooked(id));
    boolean answered = !client.isAlive();
    client.join();
    assertFalse(answered);
    assertTrue(Duration.between(before, Instant.now()).compareTo(Duration.ofSeconds(3)) >= 0);
  }

  private static void assertThrowsNothing(Request request) {
    try {
      assertEquals(201, rig.call(request).status());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aSlowLineDripsTheReply() throws IOException {
    Request request = book(0);
    int length = rig.call(request).body().length();
    int pieces = 4;
    rule(
        "\"path\":\"/orderbook\"",
        "{\"type\":\"drip\",\"bytes\":%d,\"everyMillis\":150}".formatted(length / pieces));
    Instant before = Instant.now();
    Answer answer = rig.call(request);
    assertEquals(length, answer.body().length());
    assertTrue(Duration.between(before, Instant.now()).toMillis() >= pieces * 150L);
  }

  @Test
  void aReplyThatNeverEndsIsLongerThanAnybodyReads() throws IOException {
    rule("\"path\":\"/orderbook\"", "{\"type\":\"flood\",\"megabytes\":3}");
    assertTrue(rig.call(book(0)).body().length() > 3 << 20);
  }

  @Test
  void aStaleReadShowsWhatWasTrueBefore() throws IOException {
    quote(2, 7);
    Request request = book(2);
    String before = rig.call(request).body();
    rule("\"path\":\"/orderbook\",\"times\":1", "{\"type\":\"stale\"}");
    quote(2, 9);
    assertEquals(before, rig.call(request).body());
    assertTrue(rig.call(request).body().contains("\"9.00\""));
  }

  @Test
  void aRenamedFieldIsMissing() throws IOException {
    rule(
        "\"path\":\"/orderbook\"",
        "{\"type\":\"edit\",\"find\":\"\\\"yes_dollars\\\"\",\"put\":\"\\\"yes\\\"\"}");
    JsonNode book = rig.call(book(0)).json().path("orderbook_fp");
    assertFalse(book.has("yes_dollars"));
    assertTrue(book.has("yes"));
  }

  @Test
  void aStalledRequestIsNeverAnswered() {
    rule("\"path\":\"/orderbook\"", "{\"type\":\"stall\",\"millis\":30000}");
    OkHttpClient impatient = rig.http.newBuilder().callTimeout(Duration.ofMillis(300)).build();
    Request request = book(0);
    assertThrows(IOException.class, () -> impatient.newCall(request).execute().close());
  }

  @Test
  void aHandshakeMeetsRulesToo() throws IOException {
    rule("\"path\":\"/ws/v2\"", "{\"type\":\"replace\",\"status\":502,\"body\":\"Bad Gateway\"}");
    String url = rig.sandbox.kalshi().socketUrl().replace("ws://", "http://");
    Request.Builder kalshi = rig.signed("GET", "/trade-api/ws/v2", url);
    assertEquals(502, rig.call(upgrade(kalshi)).status());
    rule("\"path\":\"/ws/market\"", "{\"type\":\"replace\",\"status\":429}");
    String market = rig.sandbox.polymarket().socketUrl().replace("ws://", "http://") + "/ws/market";
    assertEquals(429, rig.call(upgrade(new Request.Builder().url(market))).status());
  }

  private static Request upgrade(Request.Builder request) {
    return request
        .header("Connection", "Upgrade")
        .header("Upgrade", "websocket")
        .header("Sec-WebSocket-Version", "13")
        .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
        .build();
  }
}
