package pairdesk.bot.opinion;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** An endpoint that answers as OpenAI's does. */
final class Endpoint implements AutoCloseable {
  static final String SAME =
      "{\"finding\":\"same\",\"differing\":[],\"sentence\":\"Both by 1 May.\"}";
  static final String DIFFERENT =
      "{\"finding\":\"different\",\"differing\":[\"instant\"],\"sentence\":\"May, June.\"}";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final MockWebServer server = new MockWebServer();

  Endpoint() {
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getPort() + "/v1");
  }

  /** A finished answer with what it used: 1,000 tokens read and 100 written. */
  Endpoint writes(String text) {
    return answers(200, answer(text, "stop", true));
  }

  Endpoint writesWithoutUsage(String text) {
    return answers(200, answer(text, "stop", false));
  }

  Endpoint isCutOff() {
    return answers(200, answer("{\"finding\":\"sa", "length", true));
  }

  Endpoint answers(int status, String body) {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .setHeader("Content-Type", "application/json")
            .body(body)
            .build());
    return this;
  }

  /** The next call is taken and never answered in time. */
  Endpoint staysSilent() {
    server.enqueue(
        new MockResponse.Builder().headersDelay(5, TimeUnit.SECONDS).code(200).body("").build());
    return this;
  }

  int calls() {
    return server.getRequestCount();
  }

  RecordedRequest lastCall() throws InterruptedException {
    @Nullable RecordedRequest call = server.takeRequest(5, TimeUnit.SECONDS);
    if (call == null) {
      throw new AssertionError("nobody called");
    }
    return call;
  }

  private static String answer(String text, String finish, boolean usage) {
    ObjectNode answer =
        JSON.createObjectNode().put("id", "chat-1").put("object", "chat.completion");
    ObjectNode choice = answer.putArray("choices").addObject().put("index", 0);
    choice.put("finish_reason", finish);
    choice.putObject("message").put("role", "assistant").put("content", text);
    if (usage) {
      answer.putObject("usage").put("prompt_tokens", 1_000).put("completion_tokens", 100);
    }
    return answer.toString();
  }

  @Override
  public void close() {
    server.close();
  }
}
