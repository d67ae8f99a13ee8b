package pairdesk.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** A person who types commands faster than one can, and notes when each is first answered. */
final class CommandStorm implements AutoCloseable {
  private static final List<String> COMMANDS =
      List.of(
          "status", "positions", "pnl", "list_pairs", "opportunities", "orders", "risk", "help");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, Long> answered = new ConcurrentHashMap<>();
  private final String base;
  private final String token;
  private final WebSocket socket;

  /**
   * @param page address of the local Discord, with a slash at the end
   */
  CommandStorm(String page) {
    this.base = page + "user/v1";
    this.token = send("/login", "", "{\"user\":\"admin\"}").join().path("token").asText();
    URI address = URI.create(base.replaceFirst("^http", "ws") + "/socket?token=" + token);
    this.socket = http.newWebSocketBuilder().buildAsync(address, new Ear()).join();
  }

  /** What came of a storm. */
  record Answers(Spans first, int never) {}

  /** Types so many commands a second for so long, and waits until Discord's 3 s are over. */
  Answers rage(int perSecond, Duration span) {
    var typed = new ConcurrentHashMap<String, Long>();
    var pace = new Pace(TimeUnit.SECONDS.toNanos(1) / perSecond);
    long count = perSecond * span.toSeconds();
    for (int i = 0; i < count && pace.next(); i++) {
      ObjectNode body = JSON.createObjectNode();
      body.put("channel", "desk").put("name", COMMANDS.get(i % COMMANDS.size()));
      body.putObject("options");
      long began = System.nanoTime();
      CompletableFuture<Void> _ =
          send("/commands", token, body.toString())
              .thenAccept(taken -> typed.put(taken.path("interaction_id").asText(), began));
    }
    awaitAnswers(typed, count);
    var spans = new ConcurrentLinkedQueue<Long>();
    typed.forEach((interaction, began) -> {
      Long at = answered.get(interaction);
      if (at != null) {
        spans.add(at - began);
      }
    });
    return new Answers(new Spans(spans), Math.toIntExact(count) - spans.size());
  }

  /** Discord itself gives up after three seconds. */
  private void awaitAnswers(Map<String, Long> typed, long count) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(4);
    var pace = new Pace(TimeUnit.MILLISECONDS.toNanos(20));
    while (System.nanoTime() < end && pace.next()) {
      if (typed.size() == count && answered.keySet().containsAll(typed.keySet())) {
        return;
      }
    }
  }

  private CompletableFuture<JsonNode> send(String path, String bearer, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Authorization", "Bearer " + bearer)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .thenApply(answer -> read(answer.body()));
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the local Discord speaks JSON", e);
    }
  }

  @Override
  public void close() {
    socket.abort();
    http.close();
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        JsonNode event = read(text.toString());
        text.setLength(0);
        if (event.path("type").asText().equals("interaction_answered")) {
          answered.putIfAbsent(event.path("interaction_id").asText(), System.nanoTime());
        }
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }
  }
}
