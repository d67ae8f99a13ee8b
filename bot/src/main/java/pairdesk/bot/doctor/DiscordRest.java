package pairdesk.bot.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import pairdesk.bot.discord.DiscordSettings;

/** Reads from Discord as the bot. */
public final class DiscordRest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final DiscordSettings settings;
  private final HttpClient http;

  public DiscordRest(DiscordSettings settings, HttpClient http) {
    this.settings = settings;
    this.http = http;
  }

  /** How a read ended. */
  public sealed interface Answer {
    record Read(JsonNode body) implements Answer {}

    record Refused(int status) implements Answer {}

    /** Nothing that could be understood. */
    record Silent(String why) implements Answer {}
  }

  /**
   * @param path with a slash in front
   */
  Answer read(String path) {
    var request =
        HttpRequest.newBuilder(URI.create(settings.apiBase() + path.substring(1)))
            .timeout(LIMIT)
            .header("Authorization", "Bot " + settings.token().reveal())
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return switch (answer.statusCode()) {
        case 200 -> new Answer.Read(JSON.readTree(answer.body()));
        case 401, 403, 404 -> new Answer.Refused(answer.statusCode());
        default -> new Answer.Silent("Discord answered with " + answer.statusCode());
      };
    } catch (JsonProcessingException e) {
      return new Answer.Silent("Discord's answer is no JSON");
    } catch (IOException e) {
      return new Answer.Silent("Discord does not answer: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Silent("interrupted");
    }
  }
}
