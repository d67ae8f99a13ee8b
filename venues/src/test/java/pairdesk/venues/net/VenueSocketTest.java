package pairdesk.venues.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VenueSocketTest {
  private final Transport transport = new Transport();
  private final MockWebServer venue = new MockWebServer();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final List<Duration> ages = new CopyOnWriteArrayList<>();
  private final AtomicInteger attempts = new AtomicInteger();
  private VenueSocket socket;

  @BeforeEach
  void open() throws IOException {
    venue.start();
    socket = socket("beat", Duration.ofSeconds(5), Duration.ofSeconds(10));
  }

  @AfterEach
  void close() {
    socket.close();
    transport.close();
    venue.close();
  }

  @Test
  void handsOverMessagesAndSends() {
    var server = new Server();
    venue.enqueue(server.response());
    socket.start();
    Await.until("opened", () -> events.contains("opened"));
    server.send("one");
    server.send("two");
    assertTrue(socket.send("hello"));
    Await.until("messages", () -> events.containsAll(List.of("got one", "got two")));
    Await.until("greeting", () -> server.heard.contains("hello"));
    assertEquals(List.of("opened", "got one", "got two"), events);
  }

  @Test
  void whoHandlesAMessageKnowsHowLongAgoItArrived() {
    var server = new Server();
    venue.enqueue(server.response());
    socket.start();
    Await.until("opened", () -> events.contains("opened"));
    server.send("one");
    Await.until("message", () -> events.contains("got one"));
    assertEquals(1, ages.size(), "one for each message, none for the opening");
    assertFalse(ages.getFirst().isNegative());
    assertEquals(Optional.empty(), Arrival.age());
  }

  @Test
  void comesBackWithFreshHeaders() throws InterruptedException {
    var first = new Server();
    var second = new Server();
    venue.enqueue(first.response());
    venue.enqueue(new MockResponse.Builder().code(502).build());
    venue.enqueue(second.response());
    socket.start();
    Await.until("opened", () -> events.contains("opened"));
    first.goAway();
    Await.until("opened again", () -> events.stream().filter("opened"::equals).count() == 2);
    second.send("after");
    Await.until("message", () -> events.contains("got after"));
    assertEquals("1", venue.takeRequest().getHeaders().get("X-Attempt"));
    assertEquals("2", venue.takeRequest().getHeaders().get("X-Attempt"));
    assertEquals("3", venue.takeRequest().getHeaders().get("X-Attempt"));
    assertEquals(2, events.stream().filter(event -> event.startsWith("lost")).count());
  }

  @Test
  @Tag("fault:W4")
  @Tag("fault:W11")
  void leavesAConnectionThatIsSilent() {
    socket.close();
    socket = socket("beat", Duration.ofMillis(50), Duration.ofMillis(200));
    var silent = new Server();
    var next = new Server();
    venue.enqueue(silent.response());
    venue.enqueue(next.response());
    socket.start();
    Await.until("lost", () -> events.contains("lost silent for 200 ms"));
    Await.until("came back", () -> events.stream().filter("opened"::equals).count() == 2);
    assertTrue(silent.heard.contains("beat"));
  }

  @Test
  void beginsAfreshAfterAnUnreadableMessage() {
    var first = new Server();
    var second = new Server();
    venue.enqueue(first.response());
    venue.enqueue(second.response());
    socket.start();
    Await.until("opened", () -> events.contains("opened"));
    first.send("bad");
    Await.until("came back", () -> events.stream().filter("opened"::equals).count() == 2);
    assertTrue(events.contains("lost unreadable: no such message"), events.toString());
  }

  @Test
  void reconnectsWhenTold() {
    venue.enqueue(new Server().response());
    venue.enqueue(new Server().response());
    socket.start();
    Await.until("opened", () -> events.contains("opened"));
    socket.reconnect("a gap");
    Await.until("came back", () -> events.stream().filter("opened"::equals).count() == 2);
    assertTrue(events.contains("lost a gap"), events.toString());
  }

  @Test
  void sendsNothingWithoutAConnection() {
    assertFalse(socket.send("hello"));
  }

  @Test
  void plainTextGoesToThisMachineOnly() {
    URI plain = URI.create("ws://example.com/ws");
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new VenueSocket.Settings(plain, "beat", Duration.ofSeconds(1), Duration.ofSeconds(2)));
  }

  private VenueSocket socket(String beat, Duration beatEvery, Duration idle) {
    URI address = URI.create("ws://localhost:" + venue.getPort() + "/ws");
    return new VenueSocket(
        transport,
        new VenueSocket.Settings(address, beat, beatEvery, idle),
        () -> Map.of("X-Attempt", Integer.toString(attempts.incrementAndGet())),
        new Recorder(),
        new Chance(InstantSource.system(), new Random(1)));
  }

  private final class Recorder implements VenueSocket.Handler {
    @Override
    public void opened() {
      Arrival.age().ifPresent(ages::add);
      events.add("opened");
    }

    @Override
    public void received(String message) {
      if (message.equals("bad")) {
        throw new VenueException("no such message");
      }
      Arrival.age().ifPresent(ages::add);
      events.add("got " + message);
    }

    @Override
    public void lost(String cause) {
      events.add("lost " + cause);
    }
  }

  /** The other end of one connection. */
  private static final class Server extends WebSocketListener {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

    MockResponse response() {
      return new MockResponse.Builder().webSocketUpgrade(this).build();
    }

    void send(String text) {
      socket().send(text);
    }

    void goAway() {
      socket().close(1001, "going away");
    }

    @Override
    public void onOpen(WebSocket opened, Response response) {
      socket.complete(opened);
    }

    private WebSocket socket() {
      return socket.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public void onMessage(WebSocket from, String text) {
      heard.add(text);
    }

    @Override
    public void onClosing(WebSocket closing, int code, String reason) {
      closing.close(code, reason);
    }
  }
}
