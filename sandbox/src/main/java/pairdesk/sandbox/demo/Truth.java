package pairdesk.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the sandbox says of itself on its control port. */
public final class Truth {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  /**
   * @param base of the control port, without a slash at the end
   */
  public Truth(String base) {
    this.base = base;
  }

  /** A pair as one text: Kalshi ticker, Polymarket condition, relation. */
  static String key(String kalshi, String polymarket, String relation) {
    return String.join(" ", kalshi, polymarket, relation);
  }

  /** The {@link #key keys} of all true pairs. */
  Set<String> pairs() {
    var keys = new HashSet<String>();
    for (JsonNode pair : get("/truth/pairs").path("pairs")) {
      keys.add(
          key(
              pair.path("kalshi").asText(),
              pair.path("polymarket").asText(),
              pair.path("relation").asText()));
    }
    return keys;
  }

  /** The trader's accounts as they are; shares that pay nothing any more count as none. */
  public LedgerCheck.Books books() {
    Map<String, Long> shares = new TreeMap<>();
    Map<String, Long> cash = new TreeMap<>();
    get("/truth/accounts")
        .properties()
        .forEach(venue -> add(venue.getKey(), venue.getValue(), shares, cash));
    return new LedgerCheck.Books(shares, cash);
  }

  private static void add(
      String venue, JsonNode account, Map<String, Long> shares, Map<String, Long> cash) {
    for (JsonNode position : account.path("positions")) {
      String market = venue + " " + position.path("market").asText();
      String pays = position.path("yes_pays_e4").asText();
      if (!pays.equals("0")) {
        put(shares, market + " YES", position.path("yes_e6"));
      }
      if (!pays.equals("10000")) {
        put(shares, market + " NO", position.path("no_e6"));
      }
    }
    account
        .path("cash_e6")
        .properties()
        .forEach(shard -> put(cash, venue + " " + shard.getKey(), shard.getValue()));
  }

  private static void put(Map<String, Long> into, String key, JsonNode amount) {
    long value = Long.parseLong(amount.asText());
    if (value != 0) {
      into.put(key, value);
    }
  }

  /** Whether every trade of the trader has reached its end. */
  public boolean isSettled() {
    for (JsonNode account : get("/truth/accounts")) {
      for (JsonNode trade : account.path("trades")) {
        String status = trade.path("status").asText();
        if (!status.equals("CONFIRMED") && !status.equals("FAILED")) {
          return false;
        }
      }
    }
    return true;
  }

  /** Orders that reached the venues more than once under one of our ids. */
  public Set<String> doubled() {
    var seen = new HashSet<String>();
    var doubled = new HashSet<String>();
    for (JsonNode account : get("/truth/accounts")) {
      for (JsonNode order : account.path("orders")) {
        String id = order.path("client_id").asText();
        if (!id.isEmpty() && !id.equals("null") && !seen.add(id)) {
          doubled.add(id);
        }
      }
    }
    return doubled;
  }

  private JsonNode get(String path) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(10)).build();
    try {
      return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new DemoFailure("the sandbox does not answer on " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("interrupted", e);
    }
  }
}
