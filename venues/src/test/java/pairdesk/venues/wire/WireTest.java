package pairdesk.venues.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pairdesk.venues.net.Await;

class WireTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final String ORDER = "{\"count\":\"1.00\"}";

  @Test
  void aRequestIsTheseBytes() throws IOException {
    try (var server = new RawServer(RawServer.always(RawServer.OK));
        var wire = warm(server)) {
      var asked =
          new WireRequest.Asked("POST", "/v2/orders?x=1", Map.of("X-Key", "a b"), "{\"a\":\"ü\"}");
      var answer = wire.take().orElseThrow().write(wire.request(asked).orElseThrow()).await(LIMIT);
      assertEquals(new WireAnswer(200, Map.of("content-length", "2"), "{}"), answer);
      assertEquals(
          """
          POST /v2/orders?x=1 HTTP/1.1\r
          Host: localhost:%d\r
          """
                  .formatted(server.address().getPort())
              + "X-Key: a b\r\n"
              + "User-Agent: okhttp/"
              + OkHttp.VERSION
              + "\r\n"
              + "Accept-Encoding: identity\r\n"
              + "Content-Type: application/json\r\n"
              + "Content-Length: 10\r\n\r\n"
              + "{\"a\":\"\u00c3\u00bc\"}",
          server.requests().getLast());
    }
  }

  @Test
  void aMutationWithoutABodySaysSo() throws IOException {
    try (var server = new RawServer(RawServer.always(RawServer.OK));
        var wire = warm(server)) {
      var asked = new WireRequest.Asked("DELETE", "/orders", Map.of(), null);
      wire.take().orElseThrow().write(wire.request(asked).orElseThrow()).await(LIMIT);
      assertTrue(server.requests().getLast().contains("\r\nContent-Length: 0\r\n"));
    }
  }

  @Test
  void whatIsNotPlainOrTooLargeTakesAnotherWay() {
    try (var wire = new Wire(URI.create("http://localhost:9"))) {
      assertTrue(wire.request(order(Map.of("X-Key", "a\r\nX-Other: b"), ORDER)).isEmpty());
      assertTrue(wire.request(order(Map.of("X Key", "a"), ORDER)).isEmpty());
      assertTrue(wire.request(order(Map.of("X-Key", "ü"), ORDER)).isEmpty());
      var spaced = new WireRequest.Asked("POST", "/a b", Map.of(), ORDER);
      assertTrue(wire.request(spaced).isEmpty());
      assertTrue(wire.request(order(Map.of(), "x".repeat(17_000))).isEmpty());
      assertTrue(wire.request(order(Map.of(), "x".repeat(15_000))).isPresent());
    }
  }

  @Test
  void nothingIsConnectedUntilItIsWarmed() throws IOException {
    try (var server = new RawServer(RawServer.always(RawServer.OK));
        var wire = new Wire(server.address())) {
      assertFalse(wire.isWarm());
      assertTrue(wire.take().isEmpty());
      assertEquals(0, server.connections());
    }
  }

  @Test
  void threeWaitAndAFourthTakesAnotherWay() throws IOException {
    try (var server = new RawServer(RawServer.always(RawServer.OK));
        var wire = warm(server)) {
      var lines = new ArrayList<Line>();
      for (int i = 0; i < Wire.LINES; i++) {
        lines.add(wire.take().orElseThrow());
      }
      assertTrue(wire.take().isEmpty());
      lines.forEach(Line::giveBack);
      keep(wire);
      assertEquals(Wire.LINES, server.connections());
    }
  }

  @Test
  void eachIsUsedWhenTheyAreKeptWarm() throws IOException {
    var used = new ArrayList<Object>();
    RawServer.Manners counting =
        talk -> {
          while (talk.hears()) {
            synchronized (used) {
              used.add(talk);
            }
            talk.says(RawServer.OK);
          }
        };
    try (var server = new RawServer(counting);
        var wire = warm(server)) {
      keep(wire);
      synchronized (used) {
        assertEquals(2 * Wire.LINES, used.size());
        assertEquals(Set.copyOf(used.subList(0, 3)), Set.copyOf(used.subList(3, 6)));
      }
    }
  }

  @Test
  void twoAreWrittenBeforeOneIsAnswered() throws IOException {
    var bothHeard = new CountDownLatch(2);
    RawServer.Manners late =
        talk -> {
          if (talk.hears()) {
            bothHeard.countDown();
            talk.says(isAfter(bothHeard) ? RawServer.OK : "");
          }
        };
    try (var server = new RawServer(RawServer.thenOnce(late));
        var wire = warm(server)) {
      Written first = order(wire);
      Written second = order(wire);
      assertEquals(200, first.await(LIMIT).status());
      assertEquals(200, second.await(LIMIT).status());
    }
  }

  private static boolean isAfter(CountDownLatch latch) throws IOException {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  @Tag("fault:R2")
  void aServerThatHangsUpWithoutReadingLeavesItUnknown() throws IOException {
    var go = new CountDownLatch(1);
    failsAfter(
        talk -> {
          isAfter(go);
          talk.resets();
        },
        go);
  }

  @Test
  @Tag("fault:R1")
  void aServerThatHangsUpAfterReadingLeavesItUnknown() throws IOException {
    fails(talk -> {});
  }

  @Test
  @Tag("fault:R1")
  void aResetInsteadOfAnAnswerLeavesItUnknown() throws IOException {
    fails(RawServer.Talk::resets);
  }

  @ParameterizedTest
  @Tag("fault:R21")
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"a\"",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200",
        "HTTP/1.1 2x0 OK\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 2000 OK\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/2 200\r\nContent-Length: 2\r\n\r\n{}",
        "{}\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno header\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n folded\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 1\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}xx\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
        "HTTP/1.1 101 Switching Protocols\r\n\r\n"
      })
  void whatIsNoWholeAnswerLeavesItUnknown(String answer) throws IOException {
    fails(talk -> talk.says(answer));
  }

  @Test
  @Tag("fault:R28")
  void aHeadWithoutEndIsCutOff() throws IOException {
    fails(talk -> {
      talk.says("HTTP/1.1 200 OK\r\n");
      for (int i = 0; i < 3_000; i++) {
        talk.says("X-Header-" + i + ": " + "x".repeat(40) + "\r\n");
      }
      talk.waits();
    });
  }

  @Test
  @Tag("fault:R28")
  void aBodyWithoutEndIsCutOff() throws IOException {
    fails(talk -> {
      talk.says("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
      for (int i = 0; i < 300; i++) {
        talk.says("2000\r\n" + "x".repeat(0x2000) + "\r\n");
      }
      talk.waits();
    });
  }

  @Test
  @Tag("fault:R28")
  void anAnswerThatDripsIsCutOffAtTheLimit() throws IOException {
    RawServer.Manners dripping =
        talk -> {
          talk.hears();
          talk.says("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
          var never = new CountDownLatch(1);
          for (int i = 0; i < 1_000_000; i++) {
            talk.says("x");
            awaitBriefly(never);
          }
        };
    unknown(dripping, SHORT, null);
  }

  private static void awaitBriefly(CountDownLatch latch) throws IOException {
    try {
      assertFalse(latch.await(20, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  @Tag("fault:R1")
  void aSilentServerIsGivenUpAtTheLimit() throws IOException {
    unknown(RawServer.Talk::waits, SHORT, null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 201 Created\r\ncontent-length: 7\r\n\r\n{\"a\":1}",
        "HTTP/1.1 201\r\nContent-Length:7\r\nX: y\r\n\r\n{\"a\":1}",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 7\r\n\r\n{\"a\":1}",
        """
        HTTP/1.1 103 Early Hints\r
        Link: x\r
        \r
        HTTP/1.1 201 Created\r
        Content-Length: 7\r
        \r
        {"a":1}\
        """,
        """
        HTTP/1.1 201 Created\r
        Transfer-Encoding: chunked\r
        \r
        3\r
        {"a\r
        4;x=y\r
        ":1}\r
        0\r
        \r
        """,
        """
        HTTP/1.1 201 Created\r
        Transfer-Encoding: Chunked\r
        \r
        7\r
        {"a":1}\r
        0\r
        X: y\r
        \r
        """
      })
  void aWholeAnswerIsReadAndTheLineServesAgain(String answer) throws IOException {
    try (var server = new RawServer(RawServer.thenOnce(RawServer.always(answer)));
        var wire = warm(server)) {
      for (int i = 0; i < 2; i++) {
        WireAnswer read = order(wire).await(LIMIT);
        assertEquals(201, read.status());
        assertEquals("{\"a\":1}", read.body());
      }
      assertEquals(Wire.LINES, server.connections());
    }
  }

  @Test
  void anAnswerWithoutABodyIsWhole() throws IOException {
    String nothing = "HTTP/1.1 204 No Content\r\n\r\n";
    try (var server = new RawServer(RawServer.thenOnce(RawServer.always(nothing)));
        var wire = warm(server)) {
      assertEquals(new WireAnswer(204, Map.of(), ""), order(wire).await(LIMIT));
      assertEquals(204, order(wire).await(LIMIT).status());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 200 OK\r\n",
        """
        HTTP/1.1 200 OK\r
        Content-Length: 2\r
        Transfer-Encoding: chunked\r
        \r
        2\r
        {}\r
        0\r
        \r
        """
      })
  void anAnswerThatEndsItsConnectionIsTakenAndTheConnectionIsNot(String answer) throws IOException {
    try (var server = new RawServer(RawServer.thenOnce(RawServer.always(answer)));
        var wire = warm(server)) {
      for (int i = 0; i < Wire.LINES; i++) {
        assertEquals("{}", order(wire).await(LIMIT).body());
      }
      assertFalse(wire.isWarm());
    }
  }

  @Test
  void anAnswerThatEndsWithItsConnectionIsWhole() throws IOException {
    RawServer.Manners closing =
        talk -> {
          talk.hears();
          talk.says("HTTP/1.1 200 OK\r\n\r\n{}");
        };
    try (var server = new RawServer(RawServer.thenOnce(closing));
        var wire = warm(server)) {
      assertEquals("{}", order(wire).await(LIMIT).body());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n",
        "x",
      })
  void whatHappensToAConnectionAtRestIsNoticedBeforeAnOrderIsWritten(String words)
      throws IOException {
    noticed(talk -> talk.says(words));
  }

  @Test
  void aResetOfAConnectionAtRestIsNoticedBeforeAnOrderIsWritten() throws IOException {
    noticed(RawServer.Talk::resets);
  }

  /** All are at rest, the server does this to each, and none is used for an order any more. */
  private static void noticed(RawServer.Manners ill) throws IOException {
    var allWarm = new CountDownLatch(1);
    var done = new CountDownLatch(Wire.LINES);
    RawServer.Manners later =
        talk -> {
          isAfter(allWarm);
          ill.serve(talk);
          done.countDown();
        };
    try (var server = new RawServer(RawServer.thenOnce(later));
        var wire = warm(server)) {
      allWarm.countDown();
      assertTrue(isAfter(done));
      Await.until("no connection of it", () -> server.connections() == 0);
      assertTrue(wire.take().isEmpty());
      assertFalse(wire.isWarm());
    }
  }

  @Test
  void whatIsGoneIsReplacedWhenTheyAreKeptWarm() throws IOException {
    try (var server = new RawServer(RawServer.always(RawServer.OK));
        var wire = warm(server)) {
      List<Line> lost = List.of(wire.take().orElseThrow(), wire.take().orElseThrow());
      lost.forEach(Line::drop);
      keep(wire);
      for (int i = 0; i < Wire.LINES; i++) {
        assertTrue(wire.take().isPresent());
      }
    }
  }

  @Test
  @Tag("fault:R5")
  void whereNobodyIsNothingWarms() throws IOException {
    int free;
    try (var socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    try (var wire = new Wire(URI.create("http://localhost:" + free))) {
      assertThrows(IOException.class, () -> keep(wire));
      assertTrue(wire.take().isEmpty());
    }
  }

  @Test
  @SuppressWarnings("try") // closed while it is in use, which is what is tried
  void closingEndsTheWaitForAnAnswer() throws Exception {
    var heard = new CountDownLatch(1);
    RawServer.Manners silent =
        talk -> {
          talk.hears();
          heard.countDown();
          talk.waits();
        };
    try (var server = new RawServer(RawServer.thenOnce(silent));
        var wire = warm(server)) {
      Written order = order(wire);
      var closing =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  isAfter(heard);
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
                wire.close();
              });
      assertThrows(IOException.class, () -> order.await(LIMIT));
      closing.join();
      assertThrows(IOException.class, () -> keep(wire));
      Await.until("all closed", () -> server.connections() == 0);
    }
  }

  /** The server hears an order, does this, and hangs up: its outcome is not known. */
  private static void fails(RawServer.Manners ill) throws IOException {
    unknown(
        talk -> {
          talk.hears();
          ill.serve(talk);
        },
        LIMIT,
        null);
  }

  private static void failsAfter(RawServer.Manners ill, CountDownLatch written) throws IOException {
    unknown(ill, LIMIT, written);
  }

  private static void unknown(RawServer.Manners ill, Duration limit, @Nullable CountDownLatch go)
      throws IOException {
    try (var server = new RawServer(RawServer.thenOnce(ill));
        var wire = warm(server)) {
      Written order = order(wire);
      if (go != null) {
        go.countDown();
      }
      long began = System.nanoTime();
      assertThrows(IOException.class, () -> order.await(limit));
      assertTrue(System.nanoTime() - began < LIMIT.toNanos(), "cut off in time");
      assertTrue(take(wire).size() < Wire.LINES, "its line serves no other");
      assertTrue(server.posts() <= 1, "sent more than once");
    }
  }

  private static List<Line> take(Wire wire) {
    var lines = new ArrayList<Line>();
    for (var line = wire.take(); line.isPresent(); line = wire.take()) {
      lines.add(line.get());
    }
    return lines;
  }

  private static Written order(Wire wire) {
    var request = wire.request(order(Map.of(), ORDER)).orElseThrow();
    return wire.take().orElseThrow().write(request);
  }

  private static WireRequest.Asked order(Map<String, String> headers, String body) {
    return new WireRequest.Asked("POST", "/orders", headers, body);
  }

  static Wire warm(RawServer server) throws IOException {
    var wire = new Wire(server.address());
    keep(wire);
    return wire;
  }

  static void keep(Wire wire) throws IOException {
    var asked = new WireRequest.Asked("GET", "/status", Map.of(), null);
    for (int i = 0; i < Wire.LINES; i++) {
      wire.use(wire.request(asked).orElseThrow(), LIMIT);
    }
  }
}
