package pairdesk.bot.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import pairdesk.bot.app.LocalPort;

/** The desk that runs on this machine, asked on its local port. */
final class RunningDesk {
  private final int port;

  RunningDesk(int port) {
    this.port = port;
  }

  /** An answer as it came. */
  record Said(int status, String body) {}

  /** Empty when nothing answers, or something else than a desk. */
  Optional<Said> ask(String path) throws InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .timeout(Duration.ofSeconds(5))
              .build();
      var response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return response.headers().allValues("Server").contains(LocalPort.SERVER)
          ? Optional.of(new Said(response.statusCode(), response.body()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What to say when nothing answers. */
  String missing() {
    return "No desk answers on 127.0.0.1:" + port + ".";
  }
}
