package pairdesk.venues.kalshi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import pairdesk.venues.net.Chance;

/** A local server that says what the test wants, by method and path; its sockets are listed. */
final class FakeKalshi extends Dispatcher implements AutoCloseable {
  final BlockingQueue<Session> sessions = new LinkedBlockingQueue<>();
  final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
  private final MockWebServer server = new MockWebServer();
  private final Map<String, Function<RecordedRequest, MockResponse>> answers =
      new ConcurrentHashMap<>();

  /** The venue's end of one connection. */
  static final class Session extends WebSocketListener {
    final BlockingQueue<String> commands = new LinkedBlockingQueue<>();
    private final BlockingQueue<Session> opened;
    private @Nullable WebSocket socket;

    Session(BlockingQueue<Session> opened) {
      this.opened = opened;
    }

    @Override
    public void onOpen(WebSocket open, Response response) {
      socket = open;
      opened.add(this);
    }

    @Override
    public void onMessage(WebSocket from, String text) {
      if (!text.contains("list_subscriptions")) {
        commands.add(text);
      }
    }

    void send(String json) {
      if (socket == null || !socket.send(json)) {
        throw new AssertionError("not sent: " + json);
      }
    }

    void goAway() {
      if (socket != null) {
        socket.close(1001, "going away");
      }
    }

    /** The next command that is not a heartbeat, without its id. */
    String command() throws InterruptedException {
      String command = commands.poll(10, TimeUnit.SECONDS);
      if (command == null) {
        throw new AssertionError("no command came");
      }
      return command.replaceFirst("\"id\":\\d+,", "");
    }
  }

  FakeKalshi() {
    server.setDispatcher(this);
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers with this JSON from now on. */
  FakeKalshi on(String methodAndPath, String body) {
    return on(methodAndPath, 200, body);
  }

  FakeKalshi on(String methodAndPath, int status, String body) {
    return on(methodAndPath, _ -> json(status, body));
  }

  FakeKalshi on(String methodAndPath, Function<RecordedRequest, MockResponse> answer) {
    answers.put(methodAndPath, answer);
    return this;
  }

  static MockResponse json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  /** The requests to one method and path so far. */
  List<RecordedRequest> to(String methodAndPath) {
    return requests.stream().filter(request -> key(request).equals(methodAndPath)).toList();
  }

  Session session() throws InterruptedException {
    Session session = sessions.poll(10, TimeUnit.SECONDS);
    if (session == null) {
      throw new AssertionError("nobody connected");
    }
    return session;
  }

  KalshiSettings settings() {
    return new KalshiSettings(
        URI.create("http://localhost:" + server.getPort() + "/trade-api/v2"),
        URI.create("ws://localhost:" + server.getPort() + "/trade-api/ws/v2"),
        new KalshiSettings.Credentials("key-1", Keys.pkcs8(Keys.ED25519)),
        new KalshiSettings.Budget(5_000, 5_000),
        new KalshiSettings.Timing(
            Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofSeconds(30)));
  }

  Kalshi client() {
    return Kalshi.of(settings(), new Chance(InstantSource.system(), new Random(1)));
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    requests.add(request);
    if (request.getTarget().equals("/trade-api/ws/v2")) {
      return new MockResponse.Builder().webSocketUpgrade(new Session(sessions)).build();
    }
    return answers
        .getOrDefault(
            key(request),
            _ -> json(404, "{\"error\":{\"code\":\"not_found\",\"message\":\"not found\"}}"))
        .apply(request);
  }

  @Override
  public void close() {
    server.close();
  }

  private static String key(RecordedRequest request) {
    String path = request.getUrl().encodedPath().replaceFirst("^/trade-api/v2", "");
    return request.getMethod() + " " + path;
  }
}
