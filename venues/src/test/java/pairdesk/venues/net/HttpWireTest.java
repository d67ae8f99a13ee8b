package pairdesk.venues.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Calls that are begun: what leaves at once, what takes the other way, and that it is one way. */
class HttpWireTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final InstantSource clock = InstantSource.system();
  private final Transport transport = new Transport();
  private final MockWebServer venue = new MockWebServer();
  private final TokenBucket bucket = new TokenBucket(clock, 1_000, 1_000);
  private final Toll toll = new Toll(bucket, 1, Priority.HEDGE);
  private final List<RecordedRequest> orders = new CopyOnWriteArrayList<>();
  private volatile MockResponse answer = new MockResponse.Builder().body("{\"a\":1}").build();

  @BeforeEach
  void open() throws IOException {
    venue.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            if (!"POST".equals(request.getMethod())) {
              return new MockResponse.Builder().body("{}").build();
            }
            orders.add(request);
            return answer;
          }
        });
    venue.start();
  }

  @AfterEach
  void close() {
    transport.close();
    venue.close();
  }

  @Test
  void leavesAtOnceWhereAConnectionWaits() {
    warm();
    Sending sending = begin();
    assertTrue(sending.hasLeft());
    Await.until("the order at the venue", () -> orders.size() == 1);
    var answered = assertInstanceOf(HttpOutcome.Answered.class, sending.await());
    assertEquals("{\"a\":1}", answered.body());
    RecordedRequest order = orders.getFirst();
    assertEquals("/base/v2/orders?x=1", order.getTarget());
    assertEquals("POST/base/v2/orders", order.getHeaders().get("X-Signed"));
    assertEquals("{\"count\":\"1.00\"}", text(order));
  }

  @Test
  void bothWaysSayTheSame() {
    Sending cold = begin();
    assertInstanceOf(HttpOutcome.Answered.class, cold.await());
    warm();
    assertInstanceOf(HttpOutcome.Answered.class, begin().await());
    RecordedRequest byOkHttp = orders.getFirst();
    RecordedRequest byWire = orders.getLast();
    assertEquals(byOkHttp.getRequestLine(), byWire.getRequestLine());
    assertEquals(text(byOkHttp), text(byWire));
    for (String name : List.of("Host", "User-Agent", "X-Signed", "Content-Length")) {
      assertEquals(byOkHttp.getHeaders().get(name), byWire.getHeaders().get(name), name);
    }
    assertTrue(
        String.valueOf(byWire.getHeaders().get("Content-Type")).startsWith("application/json"));
  }

  @Test
  void withoutAConnectionItLeavesWhileItIsAwaited() {
    Sending sending = begin();
    assertFalse(sending.hasLeft());
    assertEquals(0, orders.size());
    assertInstanceOf(HttpOutcome.Answered.class, sending.await());
    assertEquals(1, orders.size());
  }

  @Test
  @Tag("fault:R1")
  void aLostAnswerIsUnknownAndNotSentAgain() {
    warm();
    answer = new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
    assertInstanceOf(HttpOutcome.Unknown.class, begin().await());
    answer =
        new MockResponse.Builder()
            .body("{\"order_id\":\"half")
            .onResponseBody(new SocketEffect.CloseSocket())
            .build();
    assertInstanceOf(HttpOutcome.Unknown.class, begin().await());
    assertEquals(2, orders.size());
  }

  @Test
  void isNotRepeatedWhenToldTo() {
    warm();
    answer = new MockResponse.Builder().code(503).setHeader("Retry-After", "0").build();
    var answered = assertInstanceOf(HttpOutcome.Answered.class, begin().await());
    assertEquals(503, answered.status());
    assertEquals(1, orders.size());
  }

  @Test
  @Tag("fault:R27")
  void redirectsAreNotFollowed() {
    warm();
    answer =
        new MockResponse.Builder().code(307).setHeader("Location", "https://example.com/").build();
    var answered = assertInstanceOf(HttpOutcome.Answered.class, begin().await());
    assertEquals(307, answered.status());
  }

  @Test
  @Tag("fault:R9")
  void aRefusalForRateShutsTheBudgetAndNothingLeavesWithoutIt() {
    warm();
    answer = new MockResponse.Builder().code(429).setHeader("Retry-After", "30").build();
    assertInstanceOf(HttpOutcome.Answered.class, begin().await());
    Sending second = begin();
    assertFalse(second.hasLeft());
    assertEquals(new HttpOutcome.NotSent("rate budget used up"), second.await());
    assertEquals(1, orders.size());
  }

  @Test
  void nothingLeavesAfterItsLastMoment() {
    warm();
    Sending late = api().begin(order(), Duration.ZERO, LIMIT);
    assertFalse(late.hasLeft());
    assertInstanceOf(HttpOutcome.NotSent.class, late.await());
    assertEquals(0, orders.size());
  }

  @Test
  void whatIsNotSignedYetKeepsNobodyWaiting() {
    warm();
    var slow =
        new HttpSigner() {
          @Override
          public Map<String, String> headers(HttpCall call, String path) {
            return Map.of("X-Signed", "late");
          }

          @Override
          public Optional<Map<String, String>> ready(HttpCall call, String path) {
            return Optional.empty();
          }
        };
    Sending sending = api(slow).begin(order(), LIMIT, LIMIT);
    assertFalse(sending.hasLeft());
    assertInstanceOf(HttpOutcome.Answered.class, sending.await());
    assertEquals("late", orders.getFirst().getHeaders().get("X-Signed"));
  }

  @Test
  void whatDidNotLeaveAtOncePaysOnce() {
    var two = new TokenBucket(clock, 2, 1);
    var call = HttpCall.post("/orders?x=1", "{}", new Toll(two, 2, Priority.HEDGE));
    assertInstanceOf(HttpOutcome.Answered.class, api().begin(call, LIMIT, LIMIT).await());
    assertEquals(1, orders.size());
  }

  private void warm() {
    api().keepWarm(HttpCall.get("/status", toll), LIMIT);
  }

  private Sending begin() {
    return api().begin(order(), LIMIT, LIMIT);
  }

  private HttpCall order() {
    return HttpCall.post("/orders?x=1", "{\"count\":\"1.00\"}", toll);
  }

  private static String text(RecordedRequest request) {
    return String.valueOf(request.getBody() == null ? null : request.getBody().utf8());
  }

  private HttpApi api() {
    return api((call, path) -> Map.of("X-Signed", call.method() + path));
  }

  private HttpApi api(HttpSigner signer) {
    URI base = URI.create("http://localhost:" + venue.getPort() + "/base/v2");
    return new HttpApi(transport, base, signer, new Chance(clock, new Random(1)));
  }
}
