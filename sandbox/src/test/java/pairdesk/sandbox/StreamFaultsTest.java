package pairdesk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client of a stream sees of each fault: the numbers of the messages tell. */
class StreamFaultsTest {
  private static final Pattern SEQ = Pattern.compile("\"seq\":(\\d+)");

  private static SandboxRig rig;
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private WebSocket socket;

  @BeforeAll
  static void start() {
    rig = new SandboxRig(13);
    rig.set("book", "{\"flow\":\"stop\"}");
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @BeforeEach
  void subscribe() throws InterruptedException {
    rig.clearRules();
    quote(100);
    socket = open(Duration.ZERO);
    subscribe(socket);
    assertEquals("subscribed", type(next()));
    assertEquals("orderbook_snapshot", type(next()));
  }

  private WebSocket open(Duration ping) {
    Request request =
        rig.signed(
                "GET",
                "/trade-api/ws/v2",
                rig.sandbox.kalshi().socketUrl().replace("ws://", "http://"))
            .build();
    return rig.http
        .newBuilder()
        .pingInterval(ping)
        .build()
        .newWebSocket(
            request,
            new WebSocketListener() {
              @Override
              public void onMessage(WebSocket from, String text) {
                received.add(text);
              }

              @Override
              public void onFailure(
                  WebSocket from, Throwable problem, @Nullable Response response) {
                received.add("failed: " + problem.getMessage());
              }
            });
  }

  private static void subscribe(WebSocket socket) {
    assertTrue(
        socket.send(
            """
            {"id":1,"cmd":"subscribe","params":{"channels":["orderbook_delta"],"market_ticker":"%s"}}
            """
                .formatted(rig.pair(0, "kalshi"))));
  }

  @AfterEach
  void leave() {
    socket.cancel();
  }

  private static void quote(int shares) {
    rig.set(
        "book",
        """
        {"venue":"kalshi","market":"pair:0","bids":[{"price":"0.10","quantity":"%d"}],"asks":[]}
        """
            .formatted(shares));
  }

  private static void rule(String type) {
    ruled("{\"type\":\"%s\"}".formatted(type));
  }

  private static void rule(String type, int millis) {
    ruled("{\"type\":\"%s\",\"millis\":%d}".formatted(type, millis));
  }

  private static void ruled(String action) {
    rig.set(
        "rules",
        """
        {"on":"message","when":{"venue":"kalshi","market":"pair:0","type":"delta","times":1},"do":%s}
        """
            .formatted(action));
  }

  private String next() throws InterruptedException {
    String message = received.poll(10, TimeUnit.SECONDS);
    assertNotNull(message, "no message within ten seconds");
    return message;
  }

  private static String type(String message) {
    return message.replaceAll("^\\{\"type\":\"(\\w+)\".*", "$1");
  }

  private static long seq(String message) {
    Matcher matcher = SEQ.matcher(message);
    assertTrue(matcher.find(), message);
    return Long.parseLong(matcher.group(1));
  }

  private List<Long> nextThree() throws InterruptedException {
    return List.of(seq(next()), seq(next()), seq(next()));
  }

  @Test
  void aLostMessageLeavesAGap() throws InterruptedException {
    rule("drop");
    quote(1);
    quote(2);
    assertEquals(3, seq(next()));
  }

  @Test
  void aDoubledMessageComesTwice() throws InterruptedException {
    rule("duplicate");
    quote(1);
    quote(2);
    assertEquals(List.of(2L, 2L, 3L), nextThree());
  }

  @Test
  void aHeldMessageComesAfterTheNext() throws InterruptedException {
    rule("reorder");
    quote(1);
    quote(2);
    quote(3);
    assertEquals(List.of(3L, 2L, 4L), nextThree());
  }

  @Test
  void aLateMessageHoldsUpAllThatFollow() throws InterruptedException {
    rule("delay", 700);
    long before = System.nanoTime();
    quote(1);
    quote(2);
    assertEquals(2, seq(next()));
    assertTrue(System.nanoTime() - before >= 700_000_000L);
    assertEquals(3, seq(next()));
  }

  @Test
  void aCorruptMessageBreaksOff() throws InterruptedException {
    rule("corrupt");
    quote(1);
    assertTrue(!next().endsWith("}"));
  }

  @Test
  void aClosedSocketEnds() throws InterruptedException {
    rule("closeSocket");
    quote(1);
    assertTrue(next().startsWith("failed"));
  }

  @Test
  void aFrozenSocketIsSilentUntilTheRulesAreCleared() throws InterruptedException {
    rule("freeze");
    quote(1);
    quote(2);
    assertNull(received.poll(300, TimeUnit.MILLISECONDS));
    rig.clearRules();
    quote(3);
    assertEquals(4, seq(next()));
  }

  @Test
  void aHalfOpenSocketDoesNotAnswerPings() throws InterruptedException {
    WebSocket pinging = open(Duration.ofMillis(200));
    subscribe(pinging);
    assertEquals("subscribed", type(next()));
    assertEquals("orderbook_snapshot", type(next()));
    rig.set("rules", "{\"on\":\"message\",\"do\":{\"type\":\"halfOpen\"}}");
    quote(1);
    String last = next();
    while (!last.startsWith("failed: sent ping")) {
      last = next();
    }
    assertTrue(last.contains("didn't receive pong"), last);
    pinging.cancel();
  }
}
