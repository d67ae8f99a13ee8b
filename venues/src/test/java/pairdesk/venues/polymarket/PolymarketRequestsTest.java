package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Secret;
import pairdesk.venues.net.Transport;
import pairdesk.venues.polymarket.PolymarketSettings.Endpoints;
import pairdesk.venues.polymarket.PolymarketSettings.Limits;

/** Our private requests beside those that the official client sent: path, query, headers, body. */
class PolymarketRequestsTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String ORDER = "0x" + "ab".repeat(32);
  private static final String MARKET =
      "0xbd31dc8a20211944f6b70f31557f1001557b59905b7738480ca09bd4532f84af";
  private static final String TOKEN =
      "71321045679252212594626385532706912750332728571942532289631379312455583992563";
  private static final String EMPTY_PAGE = "{\"data\":[],\"next_cursor\":\"LTE=\"}";
  private static final String CREDENTIALS =
      "{\"apiKey\":\"k\",\"secret\":\"AAEC\",\"passphrase\":\"p\"}";

  private final MockWebServer server = new MockWebServer();
  private final Transport transport = new Transport();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    transport.close();
    server.close();
  }

  private record Case(String id, String answer, Consumer<PolymarketPrivate> call) {}

  @TestFactory
  Stream<DynamicTest> sendsWhatTheOfficialClientSends() {
    return Stream.of(
            new Case("rq-009", "", venue -> venue.order(ORDER, LIMIT)),
            new Case(
                "rq-039", EMPTY_PAGE, venue -> venue.openOrders(Map.of("market", MARKET), LIMIT)),
            new Case("rq-014", "{\"heartbeat_id\":\"h\"}", venue -> venue.heartbeat("", LIMIT)),
            new Case("rq-018", "{}", venue -> venue.cancelAll(LIMIT)),
            new Case("rq-050", "{}", venue -> venue.cancelAll(LIMIT)),
            new Case("rq-038", "{\"closed_only\":false}", PolymarketPrivate::isClosedOnly),
            new Case("rq-043", "{\"balance\":\"1\"}", PolymarketPrivate::cash),
            new Case("rq-044", "{\"balance\":\"1\"}", venue -> venue.shares(TOKEN)))
        .map(c -> DynamicTest.dynamicTest(c.id(), () -> check(c)));
  }

  private void check(Case wanted) throws InterruptedException {
    JsonNode vector = vector(wanted.id());
    server.enqueue(answer(wanted.answer()));
    wanted.call().accept(venue(vector.get("input")));
    assertEquals(expected(vector), seen(server.takeRequest()));
  }

  @TestFactory
  Stream<DynamicTest> asksForCredentialsAsTheOfficialClientDoes() {
    return Stream.of(
        DynamicTest.dynamicTest("rq-035", () -> login("rq-035", List.of(CREDENTIALS))),
        DynamicTest.dynamicTest("rq-001", () -> login("rq-001", List.of("", CREDENTIALS))));
  }

  /** An empty answer stands for a refusal. */
  private void login(String id, List<String> answers) throws InterruptedException {
    JsonNode vector = vector(id);
    for (String body : answers) {
      server.enqueue(body.isEmpty() ? new MockResponse.Builder().code(400).build() : answer(body));
    }
    JsonNode input = vector.get("input");
    PolymarketPrivate.login(
        transport, settings(input), new PolymarketSigner(account(input)), chance(input));
    for (int i = 1; i < answers.size(); i++) {
      server.takeRequest();
    }
    assertEquals(expected(vector), seen(server.takeRequest()));
  }

  private PolymarketPrivate venue(JsonNode input) {
    PolymarketSettings.Account account = account(input);
    ApiCredentials credentials = account.credentials();
    if (credentials == null) {
      throw new IllegalStateException("the vector has no credentials");
    }
    return new PolymarketPrivate(
        transport, settings(input), new PolymarketSigner(account), credentials, chance(input));
  }

  private PolymarketSettings settings(JsonNode input) {
    URI here = URI.create("http://127.0.0.1:" + server.getPort());
    return new PolymarketSettings(
        new Endpoints(here, here, here, here, here), account(input), Limits.DEFAULT);
  }

  private static Chance chance(JsonNode input) {
    Instant at = Instant.ofEpochMilli(input.get("clockMs").longValue());
    return new Chance(InstantSource.fixed(at), new Random(1));
  }

  private static PolymarketSettings.Account account(JsonNode input) {
    JsonNode given = input.get("apiCreds");
    boolean deposit = input.get("signatureType").intValue() == 3;
    return new PolymarketSettings.Account(
        Secret.of(input.get("privateKey").textValue()),
        deposit ? SignatureType.POLY_1271 : SignatureType.EOA,
        input.get("funder").textValue(),
        new ApiCredentials(
            given.get("key").textValue(),
            Secret.of(given.get("secret").textValue()),
            Secret.of(given.get("passphrase").textValue())),
        137);
  }

  private static JsonNode vector(String id) {
    return SharedFiles.vectors("requests").stream()
        .filter(v -> v.get("id").textValue().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private record Seen(
      String method, String path, List<String> query, Map<String, String> headers, String body) {}

  private static Seen expected(JsonNode vector) {
    JsonNode request = vector.get("expected").get("requests").get(0);
    var headers = new TreeMap<String, String>();
    request
        .get("headers")
        .properties()
        .forEach(h -> headers.put(h.getKey(), h.getValue().textValue()));
    headers.remove("content-type"); // the official client sends it without a body too
    return new Seen(
        request.get("method").textValue(),
        request.get("path").textValue(),
        parts(request.get("query").textValue()),
        headers,
        request.get("body").isNull() ? "" : request.get("body").textValue());
  }

  private static Seen seen(RecordedRequest request) {
    var headers = new TreeMap<String, String>();
    for (String name : new TreeSet<>(request.getHeaders().names())) {
      if (name.startsWith("POLY_")) {
        headers.put(name, String.valueOf(request.getHeaders().get(name)));
      }
    }
    return new Seen(
        String.valueOf(request.getMethod()),
        request.getUrl().encodedPath(),
        parts(request.getUrl().encodedQuery()),
        headers,
        request.getBody() == null ? "" : request.getBody().utf8());
  }

  private static List<String> parts(@Nullable String query) {
    return query == null ? List.of() : Arrays.stream(query.split("&")).sorted().toList();
  }

  private static MockResponse answer(String body) {
    return new MockResponse.Builder().body(body).build();
  }
}
