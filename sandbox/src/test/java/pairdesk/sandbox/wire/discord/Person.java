package pairdesk.sandbox.wire.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A person at the local Discord: calls the user API and listens to its socket. */
final class Person implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
  private final String base;
  private final String token;
  private final WebSocket socket;

  /** An answer of the user API. */
  record Answer(int status, JsonNode body) {
    String field() {
      return body.path("error").path("field").asText();
    }
  }

  private Person(DiscordFront front, String name) {
    base = front.pageUrl() + "user/v1";
    token =
        call("POST", "/login", "", Person.object().put("user", name)).body().path("token").asText();
    URI uri = URI.create(base.replaceFirst("^http", "ws") + "/socket?token=" + token);
    socket = http.newWebSocketBuilder().buildAsync(uri, new Listener()).join();
    await("listening");
  }

  static Person login(DiscordFront front, String name) {
    return new Person(front, name);
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  Answer get(String path) {
    return call("GET", path, token, null);
  }

  Answer post(String path, ObjectNode body) {
    return call("POST", path, token, body);
  }

  Answer delete(String path) {
    return call("DELETE", path, token, null);
  }

  /** Uses a command in #desk with options given as JSON. */
  Answer command(String name, String options) {
    ObjectNode body = object().put("channel", "desk").put("name", name);
    return post("/commands", body.set("options", read(options)));
  }

  Answer press(String messageId, String customId, String... values) {
    ObjectNode body = object().put("message", messageId).put("custom_id", customId);
    for (String value : values) {
      body.withArrayProperty("values").add(value);
    }
    return post("/components", body);
  }

  Answer react(String method, String messageId, String emoji) {
    String path = "/channels/desk/messages/%s/reactions/%s".formatted(messageId, encoded(emoji));
    return call(method, path, token, object());
  }

  JsonNode messages() {
    return get("/channels/desk/messages").body();
  }

  /** The next event of this type that also fits; others before it are passed over. */
  JsonNode await(String type, Predicate<JsonNode> fits) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      JsonNode event = next(end - System.nanoTime());
      if (event == null) {
        throw new AssertionError("no " + type + " within " + LIMIT);
      }
      if (event.path("type").asText().equals(type) && fits.test(event)) {
        return event;
      }
    }
  }

  JsonNode await(String type) {
    return await(type, _ -> true);
  }

  @Override
  public void close() {
    socket.abort();
    http.close();
  }

  private @Nullable JsonNode next(long nanos) {
    try {
      return events.poll(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private Answer call(String method, String path, String bearer, @Nullable ObjectNode body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Authorization", "Bearer " + bearer)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
            .build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      return new Answer(
          response.statusCode(), response.body().isEmpty() ? object() : read(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket webSocket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        events.add(read(text.toString()));
        text.setLength(0);
      }
      webSocket.request(1);
      return null;
    }
  }
}
