package pairdesk.bot.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import pairdesk.sandbox.demo.Patience;

/** Somebody at the local Discord who types, clicks and fills in forms. */
final class Person implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String page;
  private final String token;

  Person(String page, String name) {
    this.page = page;
    this.token = call("POST", "login", object().put("user", name), "").path("token").asText();
  }

  /** Types a command; gives its answer: a message, or a form. */
  JsonNode command(String name, Map<String, ?> options) {
    ObjectNode body = object().put("channel", "desk").put("name", name);
    body.set("options", JSON.valueToTree(options));
    return answered(call("POST", "commands", body));
  }

  JsonNode press(JsonNode message, String button) {
    ObjectNode body = object().put("message", message.path("id").asText()).put("custom_id", button);
    body.putArray("values");
    return answered(call("POST", "components", body));
  }

  /** Chooses one thing of a menu. */
  JsonNode choose(JsonNode message, String menu, String value) {
    ObjectNode body = object().put("message", message.path("id").asText()).put("custom_id", menu);
    body.putArray("values").add(value);
    return answered(call("POST", "components", body));
  }

  JsonNode submit(String interaction, Map<String, String> values) {
    ObjectNode body = object().put("interaction_id", interaction);
    body.set("values", JSON.valueToTree(values));
    return answered(call("POST", "modals", body));
  }

  List<String> suggestions(String command, String option, String typed) {
    ObjectNode body = object().put("channel", "desk").put("name", command).put("focused", option);
    body.putObject("options").put(option, typed);
    return StreamSupport.stream(
            call("POST", "autocomplete", body).path("choices").spliterator(), false)
        .map(choice -> choice.path("value").asText())
        .toList();
  }

  void react(String message, String emoji) {
    String code = URLEncoder.encode(emoji, StandardCharsets.UTF_8);
    call("PUT", "channels/desk/messages/" + message + "/reactions/" + code, object());
  }

  /** Newest first. */
  List<JsonNode> messages() {
    return StreamSupport.stream(
            call("GET", "channels/desk/messages?limit=50", object()).spliterator(), false)
        .toList();
  }

  /** The message as it is now. */
  JsonNode message(String id) {
    return messages().stream()
        .filter(message -> message.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** When the bot has done with it: the message that answers, or the form that was opened. */
  private JsonNode answered(JsonNode asked) {
    String id = asked.path("interaction_id").asText();
    JsonNode state =
        Patience.until(
            "an answer",
            LIMIT,
            () ->
                java.util.Optional.of(call("GET", "interactions/" + id, object()))
                    .filter(now -> !now.path("state").asText().equals("waiting"))
                    .filter(now -> !isLoading(now)));
    return switch (state.path("state").asText()) {
      case "answered" -> message(state.path("message_id").asText());
      case "modal" -> ((ObjectNode) state.path("modal")).put("interaction_id", id);
      default -> throw new IllegalStateException(state.toString());
    };
  }

  private boolean isLoading(JsonNode state) {
    return state.path("state").asText().equals("answered")
        && message(state.path("message_id").asText()).path("loading").asBoolean();
  }

  private JsonNode call(String method, String path, JsonNode body) {
    return call(method, path, body, "Bearer " + token);
  }

  private JsonNode call(String method, String path, JsonNode body, String authorization) {
    var request =
        HttpRequest.newBuilder(URI.create(page + "user/v1/" + path))
            .timeout(LIMIT)
            .header("Content-Type", "application/json")
            .method(
                method,
                method.equals("GET")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(body.toString()));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(path + " gave " + answer.statusCode() + answer.body());
      }
      return answer.body().isEmpty() ? object() : JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode object() {
    return JSON.createObjectNode();
  }

  @Override
  public void close() {
    http.close();
  }
}
