package pairdesk.bot.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks the running desk whether it is well; for containers and scripts. */
@Command(name = "health", description = "Asks the running desk whether it is well.")
final class HealthCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      defaultValue = "${env:HEALTH_PORT:-9464}",
      description = "Port of the desk on this machine (default: HEALTH_PORT, else 9464).")
  private int port;

  @Override
  public Integer call() throws InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
              .timeout(Duration.ofSeconds(3))
              .build();
      var response = client.send(request, HttpResponse.BodyHandlers.ofString());
      System.out.println(response.body());
      return response.statusCode() == 200 ? ExitCodes.DONE : ExitCodes.FAILED;
    } catch (IOException e) {
      System.err.println(
          "No desk answers on 127.0.0.1:"
              + port
              + ". Start one with `pairdesk run`, or give --port.");
      return ExitCodes.UNAVAILABLE;
    }
  }
}
