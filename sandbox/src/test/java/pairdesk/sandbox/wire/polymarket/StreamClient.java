package pairdesk.sandbox.wire.polymarket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** A WebSocket whose frames are waited for. */
final class StreamClient extends WebSocketListener implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final WebSocket socket;

  StreamClient(Lab lab, String channel) {
    socket =
        lab.http.newWebSocket(
            new Request.Builder().url(lab.front.socketUrl() + channel).build(), this);
  }

  void send(String text) {
    socket.send(text);
  }

  String next() throws InterruptedException {
    String frame = frames.poll(10, TimeUnit.SECONDS);
    if (frame == null) {
      throw new AssertionError("no frame within ten seconds");
    }
    return frame;
  }

  JsonNode json() throws InterruptedException {
    return parse(next());
  }

  /** The next frame like this; others are passed over. */
  JsonNode json(Predicate<JsonNode> wanted) throws InterruptedException {
    JsonNode frame = json();
    while (!wanted.test(frame)) {
      frame = json();
    }
    return frame;
  }

  JsonNode event(String type) throws InterruptedException {
    return json(frame -> frame.path("event_type").asText().equals(type));
  }

  boolean hasEnded() throws InterruptedException {
    return ended.await(10, TimeUnit.SECONDS);
  }

  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  @Override
  public void onMessage(WebSocket webSocket, String text) {
    frames.add(text);
  }

  @Override
  public void onClosed(WebSocket webSocket, int code, String reason) {
    ended.countDown();
  }

  @Override
  public void onFailure(WebSocket webSocket, Throwable t, @Nullable Response response) {
    ended.countDown();
  }

  @Override
  public void close() {
    socket.cancel();
  }
}
