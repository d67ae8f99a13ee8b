package pairdesk.bot.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The sandbox's control port: what to spoil, and what it knows. */
public final class Control implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Kalshi's address of new orders, or Polymarket's, one or many at a time. */
  private static final Pattern PLACING = Pattern.compile("POST .*/orders?(/batched)?");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  /** One true pair: YES there is YES here. */
  public record TruePair(String kalshi, String polymarket) {}

  public Control(String base) {
    this.base = base;
  }

  public List<TruePair> samePairs() {
    var pairs = new ArrayList<TruePair>();
    for (JsonNode pair : truth("pairs").path("pairs")) {
      if (pair.path("relation").asText().equals("SAME")) {
        pairs.add(new TruePair(pair.path("kalshi").asText(), pair.path("polymarket").asText()));
      }
    }
    return pairs;
  }

  /** Shares of one outcome, in millionths. */
  long held(String venue, String market, String outcome) {
    long held = 0;
    for (JsonNode position : truth("accounts").path(venue).path("positions")) {
      if (position.path("market").asText().equals(market)) {
        held += Long.parseLong(position.path(outcome + "_e6").asText("0"));
      }
    }
    return held;
  }

  /** The trader's orders that rest, as venue and id. */
  List<String> openOrders() {
    var open = new ArrayList<String>();
    truth("accounts")
        .properties()
        .forEach(venue -> {
          for (JsonNode order : venue.getValue().path("orders")) {
            if (order.path("status").asText().equals("OPEN")) {
              open.add(venue.getKey() + " " + order.path("id").asText());
            }
          }
        });
    return open;
  }

  /** A stranger takes so many shares of an order that rests. */
  void take(String order, int shares) {
    String[] parts = order.split(" ", 2);
    post(
        "order",
        "{'venue':'%s','order':'%s','action':'fill','quantity':'%d'}"
            .formatted(parts[0], parts[1], shares));
  }

  /** How many orders of the trader the venues know, open or not. */
  int orders() {
    int orders = 0;
    for (JsonNode account : truth("accounts")) {
      orders += account.path("orders").size();
    }
    return orders;
  }

  /** Requests that could change orders, since the sandbox started. */
  int requests() {
    return truth("requests").path("requests").size();
  }

  /**
   * Every request that changes an account, since the sandbox started. Books are read with a POST,
   * and a login is one.
   */
  List<String> changes() {
    var requests = new ArrayList<String>();
    for (JsonNode request : truth("requests").path("requests")) {
      String method = request.path("method").asText();
      String path = request.path("path").asText();
      if (!method.equals("GET") && !Set.of("/books", "/auth/api-key").contains(path)) {
        requests.add(method + " " + path);
      }
    }
    return requests;
  }

  /** Requests that place orders. */
  List<String> placings() {
    return changes().stream().filter(request -> PLACING.matcher(request).matches()).toList();
  }

  public JsonNode truth(String what) {
    return send(HttpRequest.newBuilder(URI.create(base + "/truth/" + what)).build());
  }

  /** A body with ' for ". */
  public void post(String what, String body) {
    send(
        HttpRequest.newBuilder(URI.create(base + "/control/" + what))
            .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
            .build());
  }

  public void forgetRules() {
    send(HttpRequest.newBuilder(URI.create(base + "/control/rules")).DELETE().build());
  }

  private JsonNode send(HttpRequest request) {
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode(), () -> request.uri() + ": " + answer.body());
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
