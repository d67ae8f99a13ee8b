package pairdesk.sandbox.wire.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;
import pairdesk.sandbox.wire.discord.DiscordOptions.BotGrants;

/** A local Discord with a clock that moves when told, and the bot's bare REST calls. */
final class Desk implements AutoCloseable {
  static final String MESSAGES = "channels/" + DiscordDirectory.DESK_CHANNEL + "/messages";
  static final String COMMANDS =
      "applications/"
          + DiscordDirectory.APPLICATION
          + "/guilds/"
          + DiscordDirectory.GUILD
          + "/commands";
  static final String WEBHOOK = "webhooks/" + DiscordDirectory.APPLICATION + "/";

  final MovingClock clock = new MovingClock();
  final DiscordFront front;
  private final HttpClient http = HttpClient.newHttpClient();
  private final String token;

  /** An answer of the REST API. */
  record Answer(int status, JsonNode body, HttpResponse<String> response) {
    int code() {
      return body.path("code").asInt();
    }

    String id() {
      return body.path("id").asText();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  Desk() {
    this(BotGrants.USUAL);
  }

  Desk(BotGrants grants) {
    front = DiscordFront.start(DiscordOptions.usual(0, clock, new Random(7)).withBot(grants));
    token = front.botToken();
  }

  /** A call of the bot; the path is relative to /api/v10/, the body JSON or empty. */
  Answer bot(String method, String path, String body) {
    return call(method, front.apiBase() + path, "Bot " + token, body);
  }

  Answer post(String content) {
    return bot("POST", MESSAGES, Person.object().put("content", content).toString());
  }

  Answer register(String commands) {
    return bot("PUT", COMMANDS, commands);
  }

  /** Answers the interaction that a gateway frame brought. */
  Answer callback(JsonNode interaction, String body) {
    JsonNode data = interaction.path("d");
    return bot(
        "POST",
        "interactions/%s/%s/callback"
            .formatted(data.path("id").asText(), data.path("token").asText()),
        body);
  }

  String webhook(JsonNode interaction) {
    return WEBHOOK + interaction.path("d").path("token").asText();
  }

  Answer fault(String wish) {
    return call("POST", front.pageUrl() + "control/discord", "", wish);
  }

  /** Sends a message with one file as {@code files[0]}. */
  Answer upload(String method, String path, String payload, String filename, byte[] content) {
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofString(part("name=\"payload_json\"") + payload + "\r\n"),
            BodyPublishers.ofString(part("name=\"files[0]\"; filename=\"" + filename + "\"")),
            BodyPublishers.ofByteArray(content),
            BodyPublishers.ofString("\r\n--b--\r\n"));
    return send(
        HttpRequest.newBuilder(URI.create(front.apiBase() + path))
            .header("Authorization", "Bot " + token)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .method(method, body)
            .build());
  }

  Answer call(String method, String url, String authorization, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build());
  }

  private static String part(String disposition) {
    return "--b\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Answer(
          response.statusCode(), json ? Person.read(response.body()) : Person.object(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    http.close();
    front.close();
  }
}
