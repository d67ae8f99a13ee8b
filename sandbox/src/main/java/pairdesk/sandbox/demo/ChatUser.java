package pairdesk.sandbox.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A person in the local Discord: types, presses, reacts over HTTP, and sees over the WebSocket. */
public final class ChatUser implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration CALL_LIMIT = Duration.ofSeconds(10);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(40);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;
  private final String token;

  /** By the number that their id is, and so by age. */
  private final Map<String, JsonNode> messages =
      new ConcurrentSkipListMap<>(
          Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));

  private final ConcurrentLinkedDeque<JsonNode> events = new ConcurrentLinkedDeque<>();
  private final WebSocket socket;

  /**
   * Logs in.
   *
   * @param page address of the local Discord, with a slash at the end
   * @param name {@code viewer}, {@code operator} or {@code admin}
   */
  public ChatUser(String page, String name) {
    this.base = page + "user/v1";
    this.token = post("/login", object().put("user", name)).path("token").asText();
    URI address = URI.create(base.replaceFirst("^http", "ws") + "/socket?token=" + token);
    this.socket = http.newWebSocketBuilder().buildAsync(address, new Ear()).join();
    Patience.until("the socket of " + name, CALL_LIMIT, () -> event("listening", ""));
  }

  /** Types a command and waits until its answer is complete. */
  public JsonNode command(String channel, String name, Map<String, ?> options) {
    String interaction = invoke(channel, name, options);
    return answerTo(interaction, "/" + name);
  }

  /** Types a command that opens a form, types the word into it, and waits for the answer. */
  public JsonNode commandWithWord(
      String channel, String name, Map<String, ?> options, String word) {
    String interaction = invoke(channel, name, options);
    JsonNode opened =
        Patience.until(
            "the form of /" + name, ANSWER_LIMIT, () -> event("modal_opened", interaction));
    return answerTo(submit(interaction, opened.path("modal"), word), "the form of /" + name);
  }

  /** Every command that this person is offered, with its options as the bot registered them. */
  public JsonNode commands() {
    return call("GET", "/commands", null);
  }

  /** What is suggested for an option of a command that is not typed yet. */
  public JsonNode suggestions(String channel, String name, String option) {
    ObjectNode body = object().put("channel", channel).put("name", name).put("focused", option);
    body.putObject("options").put(option, "");
    return post("/autocomplete", body).path("choices");
  }

  /** Types a command; where it opens a form, the word goes into its last field. */
  public JsonNode commandOrForm(String channel, String name, Map<String, ?> options, String word) {
    return answerOrForm(invoke(channel, name, options), "/" + name, word);
  }

  /** Presses a button; where it opens a form, the word goes into its last field. */
  public JsonNode press(String message, String button, String word) {
    ObjectNode body = object().put("message", message).put("custom_id", button);
    body.putArray("values");
    return answerOrForm(post("/components", body).path("interaction_id").asText(), button, word);
  }

  /** Chooses one thing of a menu and waits for the answer. */
  public JsonNode choose(String message, String menu, String value) {
    ObjectNode body = object().put("message", message).put("custom_id", menu);
    body.putArray("values").add(value);
    return answerTo(post("/components", body).path("interaction_id").asText(), value);
  }

  private JsonNode answerOrForm(String interaction, String what, String word) {
    JsonNode came =
        Patience.until(
            "an answer or a form of " + what,
            ANSWER_LIMIT,
            () ->
                event("modal_opened", interaction)
                    .or(() -> event("interaction_answered", interaction))
                    .or(() -> event("interaction_failed", interaction)));
    return came.has("modal")
        ? answerTo(submit(interaction, came.path("modal"), word), "the form of " + what)
        : answerTo(interaction, what);
  }

  private String submit(String interaction, JsonNode modal, String word) {
    ObjectNode form = object().put("interaction_id", interaction);
    form.putObject("values").put(lastField(modal), word);
    return post("/modals", form).path("interaction_id").asText();
  }

  private static String lastField(JsonNode modal) {
    return modal.findValuesAsText("custom_id").getLast();
  }

  private String invoke(String channel, String name, Map<String, ?> options) {
    ObjectNode body = object().put("channel", channel).put("name", name);
    body.set("options", JSON.valueToTree(options));
    return post("/commands", body).path("interaction_id").asText();
  }

  private JsonNode answerTo(String interaction, String what) {
    return Patience.until(
        "the answer to " + what,
        ANSWER_LIMIT,
        () -> {
          if (event("interaction_failed", interaction).isPresent()) {
            throw new DemoFailure("the desk did not answer " + what + " within Discord's 3 s");
          }
          return event("interaction_answered", interaction)
              .map(answered -> answered.path("message_id").asText())
              .map(messages::get)
              .filter(message -> !message.path("loading").asBoolean());
        });
  }

  /** Puts an emoji on a message. */
  public void react(String channel, String message, String emoji) {
    String path =
        "/channels/%s/messages/%s/reactions/%s"
            .formatted(channel, message, URLEncoder.encode(emoji, StandardCharsets.UTF_8));
    call("PUT", path, null);
  }

  /** A message as it is now. */
  public Optional<JsonNode> message(String id) {
    return Optional.ofNullable(messages.get(id));
  }

  /** Messages that this person has seen since they logged in, oldest first. */
  public List<JsonNode> seen(Predicate<JsonNode> which) {
    return messages.values().stream().filter(which).toList();
  }

  private Optional<JsonNode> event(String type, String interaction) {
    return events.stream()
        .filter(e -> e.path("type").asText().equals(type))
        .filter(e -> e.path("interaction_id").asText().equals(interaction))
        .findFirst();
  }

  private JsonNode post(String path, JsonNode body) {
    return call("POST", path, body);
  }

  private JsonNode call(String method, String path, @Nullable JsonNode body) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(CALL_LIMIT)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body.toString()));
    if (!path.equals("/login")) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new DemoFailure(
            method + " " + path + " gave " + answer.statusCode() + ": " + answer.body());
      }
      return answer.body().isEmpty() ? object() : JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new DemoFailure(method + " " + path + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("interrupted", e);
    }
  }

  private static ObjectNode object() {
    return JSON.createObjectNode();
  }

  @Override
  public void close() {
    socket.abort();
    http.close();
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket source, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        hear(text.toString());
        text.setLength(0);
      }
      source.request(1);
      return null;
    }

    private void hear(String frame) {
      try {
        JsonNode event = JSON.readTree(frame);
        events.addLast(event);
        switch (event.path("type").asText()) {
          case "message_created", "message_updated" ->
              messages.put(event.path("message_id").asText(), event.path("message"));
          case "message_deleted" -> messages.remove(event.path("message_id").asText());
          default -> {}
        }
      } catch (JsonProcessingException e) {
        throw new DemoFailure("not JSON from the local Discord: " + frame, e);
      }
    }
  }
}
