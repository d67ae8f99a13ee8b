package pairdesk.bot.whole;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One connection of the DevTools protocol: a call and its answer, matched by number. */
final class DevTools implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long LIMIT_SECONDS = 30;

  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger last = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final WebSocket socket;

  DevTools(URI address) {
    this.socket = http.newWebSocketBuilder().buildAsync(address, new Ear()).join();
  }

  /**
   * Calls and waits for the result.
   *
   * @param session the page it is for; empty for the browser
   * @throws IllegalStateException when the browser refuses
   */
  JsonNode call(String session, String method, Map<String, ?> parameters) {
    int id = last.incrementAndGet();
    ObjectNode frame = JSON.createObjectNode().put("id", id).put("method", method);
    frame.set("params", JSON.valueToTree(parameters));
    if (!session.isEmpty()) {
      frame.put("sessionId", session);
    }
    var answer = new CompletableFuture<JsonNode>();
    waiting.put(id, answer);
    socket.sendText(frame.toString(), true).join();
    JsonNode said = answer.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
    if (said.has("error")) {
      throw new IllegalStateException(method + ": " + said.path("error"));
    }
    return said.path("result");
  }

  @Override
  public void close() {
    socket.abort();
    http.close();
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket source, CharSequence part, boolean end) {
      text.append(part);
      if (end) {
        hear(text.toString());
        text.setLength(0);
      }
      source.request(1);
      return null;
    }

    private void hear(String frame) {
      try {
        JsonNode said = JSON.readTree(frame);
        CompletableFuture<JsonNode> answer = waiting.remove(said.path("id").asInt());
        if (answer != null) {
          answer.complete(said);
        }
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(frame, e);
      }
    }
  }
}
