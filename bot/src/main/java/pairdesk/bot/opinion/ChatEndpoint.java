package pairdesk.bot.opinion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import pairdesk.matching.opinion.OpinionReader;
import pairdesk.matching.opinion.Prompt;
import pairdesk.venues.net.HttpApi;
import pairdesk.venues.net.HttpCall;
import pairdesk.venues.net.HttpOutcome;
import pairdesk.venues.net.Toll;

/**
 * {@code POST /chat/completions} as OpenAI documents it and others offer it. Each call is sent once
 * and answered with what became of it.
 */
final class ChatEndpoint {
  /** With what a reasoning model thinks before it answers. */
  private static final int MOST_OUTPUT = 4_000;

  /** Roles, names and separators around the texts; a token is a byte at least. */
  private static final int AROUND = 1_000;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpApi api;
  private final String model;
  private final Duration timeout;
  private final Toll toll;

  /** What became of one call. */
  sealed interface Reply {
    /**
     * @param usage empty when the endpoint does not say
     */
    record Written(String text, Optional<Prices.Usage> usage) implements Reply {}

    /** It may have been worked on, and paid for. */
    record Lost(String why) implements Reply {}

    /**
     * It costs nothing.
     *
     * @param again another attempt may fare better
     */
    record Refused(String why, boolean again) implements Reply {}
  }

  ChatEndpoint(HttpApi api, String model, Duration timeout, Toll toll) {
    this.api = api;
    this.model = model;
    this.timeout = timeout;
    this.toll = toll;
  }

  /** The most that a call can use. */
  static Prices.Usage worst(Prompt prompt) {
    String all = prompt.instruction() + prompt.texts() + OpinionReader.schema();
    long bytes = all.getBytes(StandardCharsets.UTF_8).length;
    return new Prices.Usage(bytes + AROUND, MOST_OUTPUT);
  }

  Reply ask(Prompt prompt) {
    HttpCall call = HttpCall.post("/chat/completions", body(prompt), toll);
    return switch (api.send(call, timeout)) {
      case HttpOutcome.NotSent(var why) -> new Reply.Refused("it cannot be reached: " + why, true);
      case HttpOutcome.Unknown(var why) -> new Reply.Lost("no answer: " + why);
      case HttpOutcome.Answered answer when answer.isSuccess() -> written(answer.body());
      case HttpOutcome.Answered answer ->
          new Reply.Refused(
              "the endpoint answers HTTP " + answer.status(),
              answer.status() == 429 || answer.status() >= 500);
    };
  }

  private String body(Prompt prompt) {
    ObjectNode body = JSON.createObjectNode();
    body.put("model", model);
    ArrayNode messages = body.putArray("messages");
    messages.addObject().put("role", "system").put("content", prompt.instruction());
    messages.addObject().put("role", "user").put("content", prompt.texts());
    body.put("max_completion_tokens", MOST_OUTPUT);
    ObjectNode format = body.putObject("response_format").put("type", "json_schema");
    ObjectNode schema = format.putObject("json_schema").put("name", "opinion").put("strict", true);
    schema.set("schema", OpinionReader.schema());
    return body.toString();
  }

  private static Reply written(String body) {
    JsonNode answer;
    try {
      answer = JSON.readTree(body);
    } catch (JsonProcessingException malformed) {
      return new Reply.Lost("the endpoint's answer is not JSON");
    }
    Optional<Prices.Usage> usage = usage(answer.path("usage"));
    JsonNode choice = answer.path("choices").path(0);
    JsonNode text = choice.path("message").path("content");
    boolean whole = choice.path("finish_reason").asText().equals("stop") && text.isTextual();
    return new Reply.Written(whole ? text.asText() : "", usage);
  }

  private static Optional<Prices.Usage> usage(JsonNode usage) {
    JsonNode input = usage.path("prompt_tokens");
    JsonNode output = usage.path("completion_tokens");
    boolean stated = input.canConvertToInt() && output.canConvertToInt();
    return stated && input.intValue() >= 0 && output.intValue() >= 0
        ? Optional.of(new Prices.Usage(input.intValue(), output.intValue()))
        : Optional.empty();
  }
}
