package pairdesk.venues.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HttpApiTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final InstantSource clock = InstantSource.system();
  private final Transport transport = new Transport();
  private final MockWebServer venue = new MockWebServer();
  private final TokenBucket bucket = new TokenBucket(clock, 1_000, 1_000);
  private final Toll toll = new Toll(bucket, 1, Priority.HEDGE);
  private final AtomicInteger signed = new AtomicInteger();

  @BeforeEach
  void open() throws IOException {
    venue.start();
  }

  @AfterEach
  void close() {
    transport.close();
    venue.close();
  }

  @Test
  void signsTheWholePathWithoutTheQuery() throws InterruptedException {
    venue.enqueue(ok("{}"));
    HttpSigner signer = (call, path) -> Map.of("X-Signed", call.method() + path);
    api(signer).read(HttpCall.get("/orders?limit=5", toll), LIMIT);
    var request = venue.takeRequest();
    assertEquals("/base/v2/orders?limit=5", request.getTarget());
    assertEquals("GET/base/v2/orders", request.getHeaders().get("X-Signed"));
  }

  @Test
  void readsAgainWhileTheVenueIsBusySigningAnew() {
    venue.enqueue(code(503));
    venue.enqueue(code(429));
    venue.enqueue(drop());
    venue.enqueue(ok("{\"a\":1}"));
    var answer = api().read(HttpCall.get("/markets", toll), LIMIT);
    assertEquals("{\"a\":1}", answer.body());
    assertEquals(4, venue.getRequestCount());
    assertEquals(4, signed.get());
  }

  @Test
  void givesUpReadingAtTheLimit() {
    for (int i = 0; i < 20; i++) {
      venue.enqueue(code(503));
    }
    var failed =
        assertThrows(
            VenueException.class,
            () -> api().read(HttpCall.get("/markets", toll), Duration.ofMillis(700)));
    assertTrue(String.valueOf(failed.getMessage()).startsWith("GET /markets: HTTP 503"));
  }

  @Test
  void answersOtherThanBusyAreGivenBack() {
    venue.enqueue(code(404));
    assertEquals(404, api().read(HttpCall.get("/markets/X", toll), LIMIT).status());
  }

  @Test
  void sendsAMutationOnceEvenWhenToldToRepeatAtOnce() {
    for (String method : new String[] {"POST", "DELETE"}) {
      int before = venue.getRequestCount();
      venue.enqueue(new MockResponse.Builder().code(503).setHeader("Retry-After", "0").build());
      var call = new HttpCall(method, "/orders", method.equals("POST") ? "{}" : null, toll);
      var answer = assertInstanceOf(HttpOutcome.Answered.class, api().send(call, LIMIT));
      assertEquals(503, answer.status());
      assertEquals(before + 1, venue.getRequestCount());
    }
  }

  @Test
  void aLostAnswerIsUnknown() {
    venue.enqueue(drop());
    assertInstanceOf(HttpOutcome.Unknown.class, post());
    venue.enqueue(
        new MockResponse.Builder()
            .body("{\"order_id\":\"half")
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    assertInstanceOf(HttpOutcome.Unknown.class, post());
    assertEquals(2, venue.getRequestCount());
  }

  @Test
  void aStalePooledConnectionIsNotRetried() {
    venue.enqueue(
        new MockResponse.Builder()
            .body("{}")
            .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
            .build());
    venue.enqueue(ok("{}"));
    assertInstanceOf(HttpOutcome.Answered.class, post());
    HttpOutcome second = post();
    assertTrue(venue.getRequestCount() <= 2, "sent more than once: " + second);
  }

  @Test
  @Tag("fault:R28")
  void aSlowAnswerIsUnknownAtTheDeadline() {
    venue.enqueue(
        new MockResponse.Builder()
            .body("x".repeat(100))
            .throttleBody(1, 1, TimeUnit.SECONDS)
            .build());
    long began = System.nanoTime();
    HttpOutcome outcome = api().send(HttpCall.post("/orders", "{}", toll), Duration.ofMillis(400));
    assertInstanceOf(HttpOutcome.Unknown.class, outcome);
    assertTrue(System.nanoTime() - began < Duration.ofSeconds(3).toNanos());
  }

  @Test
  @Tag("fault:R28")
  void anAnswerLargerThanAnyIsNotRead() {
    var endless = new Buffer().write(new byte[(32 << 20) + 1]);
    venue.enqueue(new MockResponse.Builder().body(endless).build());
    var outcome = assertInstanceOf(HttpOutcome.Unknown.class, post());
    assertEquals("answer larger than 33554432 bytes", outcome.reason());
  }

  @Test
  @Tag("fault:R5")
  void aRefusedConnectionIsNotSent() throws IOException {
    int free;
    try (var socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    var nobody = api(URI.create("http://localhost:" + free));
    assertInstanceOf(
        HttpOutcome.NotSent.class, nobody.send(HttpCall.post("/orders", "{}", toll), LIMIT));
  }

  @Test
  @Tag("fault:R5")
  void aHandshakeThatDoesNotEndIsNotSent() throws IOException {
    try (var silent = new ServerSocket(0)) {
      var https = api(URI.create("https://localhost:" + silent.getLocalPort()));
      assertInstanceOf(
          HttpOutcome.NotSent.class,
          https.send(HttpCall.post("/orders", "{}", toll), Duration.ofMillis(400)));
    }
  }

  @Test
  @Tag("fault:R5")
  void anUnknownHostIsNotSent() {
    var nowhere = api(URI.create("https://no-such-host.invalid"));
    assertInstanceOf(
        HttpOutcome.NotSent.class, nowhere.send(HttpCall.post("/orders", "{}", toll), LIMIT));
  }

  @Test
  void nothingLeavesAfterItsLastMoment() {
    var call = HttpCall.post("/orders", "{}", toll);
    assertInstanceOf(HttpOutcome.NotSent.class, api().send(call, Duration.ZERO, LIMIT));
    assertEquals(0, venue.getRequestCount());
  }

  @Test
  void nothingLeavesWithoutBudget() {
    bucket.refused(Duration.ofMinutes(1));
    assertEquals(new HttpOutcome.NotSent("rate budget used up"), post());
    assertEquals(0, venue.getRequestCount());
  }

  @Test
  @Tag("fault:R9")
  void aRefusalForRateShutsTheBudget() {
    venue.enqueue(new MockResponse.Builder().code(429).setHeader("Retry-After", "30").build());
    post();
    assertEquals(new HttpOutcome.NotSent("rate budget used up"), post());
    assertEquals(1, venue.getRequestCount());
  }

  @Test
  @Tag("fault:R27")
  void redirectsAreNotFollowed() {
    venue.enqueue(
        new MockResponse.Builder().code(307).setHeader("Location", "https://example.com/").build());
    var answer = assertInstanceOf(HttpOutcome.Answered.class, post());
    assertEquals(307, answer.status());
  }

  @Test
  @Tag("fault:R27")
  void plainTextGoesToThisMachineOnly() {
    assertThrows(IllegalArgumentException.class, () -> api(URI.create("http://example.com/v2")));
    assertThrows(IllegalArgumentException.class, () -> api(URI.create("ftp://localhost/v2")));
  }

  @Test
  @Tag("fault:R11")
  void aPageOfTheEdgeIsRecognised() {
    assertTrue(new HttpOutcome.Answered(403, Map.of("content-type", "text/html"), "").isPage());
    assertTrue(new HttpOutcome.Answered(403, Map.of(), "\n<!DOCTYPE html>").isPage());
    assertTrue(!new HttpOutcome.Answered(403, Map.of(), "{\"error\":{}}").isPage());
  }

  private HttpOutcome post() {
    return api().send(HttpCall.post("/orders", "{\"count\":\"1.00\"}", toll), LIMIT);
  }

  private HttpApi api() {
    return api((call, path) -> {
      signed.incrementAndGet();
      return Map.of();
    });
  }

  private HttpApi api(HttpSigner signer) {
    URI base = URI.create("http://localhost:" + venue.getPort() + "/base/v2");
    return new HttpApi(transport, base, signer, new Chance(clock, new Random(1)));
  }

  private HttpApi api(URI base) {
    return new HttpApi(transport, base, HttpSigner.NONE, new Chance(clock, new Random(1)));
  }

  private static MockResponse ok(String body) {
    return new MockResponse.Builder().body(body).build();
  }

  private static MockResponse code(int code) {
    return new MockResponse.Builder().code(code).build();
  }

  private static MockResponse drop() {
    return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
  }
}
