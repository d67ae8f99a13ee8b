package pairdesk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.function.BooleanSupplier;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole sandbox: it starts, tells the truth, and breaks on demand. */
class SandboxTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final MediaType JSON_TYPE = MediaType.get("application/json");
  private static final OkHttpClient HTTP =
      new OkHttpClient.Builder()
          .retryOnConnectionFailure(false)
          .callTimeout(Duration.ofSeconds(10))
          .build();
  private static Sandbox sandbox;
  private static int orders;

  @BeforeAll
  static void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.seeded(11), InstantSource.system());
  }

  @AfterAll
  static void close() {
    Instant before = Instant.now();
    sandbox.close();
    HTTP.dispatcher().executorService().shutdown();
    assertTrue(
        Duration.between(before, Instant.now()).compareTo(Duration.ofSeconds(5)) < 0,
        "closing took too long");
  }

  @BeforeEach
  void noRules() {
    control("DELETE", "/control/rules", "");
  }

  private record Answer(int status, String body) {
    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static Answer call(Request request) throws IOException {
    try (Response response = HTTP.newCall(request).execute()) {
      return new Answer(response.code(), response.body().string());
    }
  }

  private static Answer control(String method, String path, String body) {
    RequestBody sent = method.equals("GET") ? null : RequestBody.create(body, JSON_TYPE);
    try {
      return call(
          new Request.Builder().url(sandbox.controlUrl() + path).method(method, sent).build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode truth(String path) {
    return control("GET", "/truth" + path, "").json();
  }

  private static Request kalshi(String method, String target, String body) {
    String timestamp = String.valueOf(Instant.now().toEpochMilli());
    RequestBody sent = method.equals("GET") ? null : RequestBody.create(body, JSON_TYPE);
    return new Request.Builder()
        .url(sandbox.kalshi().restUrl() + target)
        .header("KALSHI-ACCESS-KEY", sandbox.credentials().kalshiKeyId())
        .header("KALSHI-ACCESS-TIMESTAMP", timestamp)
        .header("KALSHI-ACCESS-SIGNATURE", sign(timestamp + method + "/trade-api/v2" + target))
        .method(method, sent)
        .build();
  }

  private static String sign(String message) {
    try {
      Signature signer = Signature.getInstance("RSASSA-PSS");
      signer.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      signer.initSign(sandbox.credentials().kalshiKey().getPrivate());
      signer.update(message.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String anyPair(String field) {
    return truth("/pairs").path("pairs").path(0).path(field).asText();
  }

  /** A new order deep below the market, and its client id. */
  private static Request order(String clientId) {
    return kalshi(
        "POST",
        "/portfolio/events/orders",
        """
        {"ticker":"%s","client_order_id":"%s","side":"bid","count":"1.00","price":"0.01",
         "time_in_force":"good_till_canceled","self_trade_prevention_type":"taker_at_cross"}
        """
            .formatted(anyPair("kalshi"), clientId));
  }

  private static String nextId() {
    orders++;
    return "order-" + orders;
  }

  private static boolean isBooked(String clientId) {
    for (JsonNode order : truth("/accounts").path("kalshi").path("orders")) {
      if (order.path("client_id").asText().equals(clientId)) {
        return true;
      }
    }
    return false;
  }

  private static void rule(String action) {
    Answer answer =
        control(
            "POST",
            "/control/rules",
            """
            {"when":{"venue":"kalshi","method":"POST","path":"events/orders$","times":1},"do":%s}
            """
                .formatted(action));
    assertEquals(200, answer.status(), answer.body());
  }

  private static void await(String what, BooleanSupplier condition) {
    Instant limit = Instant.now().plusSeconds(15);
    while (!condition.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(limit), "not within fifteen seconds: " + what);
      Thread.onSpinWait();
    }
  }

  @Test
  void listsPairsThatQuoteOnBothVenues() {
    assertTrue(truth("/pairs").path("pairs").size() >= 55);
    JsonNode here = truth("/books/kalshi/" + anyPair("kalshi"));
    JsonNode there = truth("/books/polymarket/" + anyPair("polymarket"));
    assertFalse(here.path("bids").isEmpty());
    assertFalse(there.path("asks").isEmpty());
  }

  @Test
  void theTruthIsInExactIntegers() {
    JsonNode accounts = truth("/accounts");
    assertEquals("10000000000", accounts.path("kalshi").path("cash_e6").path("0").asText());
    assertEquals("20000000000", accounts.path("polymarket").path("cash_e6").path("0").asText());
  }

  @Test
  void aLostReplyLeavesTheOrderBooked() {
    String id = nextId();
    rule("{\"type\":\"loseReply\"}");
    assertLost(order(id));
    await("the order is booked", () -> isBooked(id));
  }

  @Test
  void aLostRequestLeavesNothing() {
    String id = nextId();
    rule("{\"type\":\"loseRequest\"}");
    assertLost(order(id));
    JsonNode last = lastRequest();
    assertTrue(last.path("body").asText().contains(id));
    assertTrue(last.path("executions").isEmpty());
    assertFalse(isBooked(id));
  }

  @Test
  void aZombieIsBookedAfterTheConnectionIsGone() {
    String id = nextId();
    rule("{\"type\":\"bookLate\",\"millis\":1500}");
    assertLost(order(id));
    assertFalse(isBooked(id));
    await("the order is booked late", () -> isBooked(id));
  }

  @Test
  void anErrorCanHideASuccess() throws IOException {
    String id = nextId();
    rule("{\"type\":\"replace\",\"execute\":true,\"status\":502,\"body\":\"Bad Gateway\"}");
    Answer answer = call(order(id));
    assertEquals(502, answer.status());
    assertEquals("Bad Gateway", answer.body());
    assertTrue(isBooked(id));
  }

  @Test
  void aDoubledRequestMeetsTheRuleOfIds() throws IOException {
    rule("{\"type\":\"duplicate\"}");
    assertEquals(409, call(order(nextId())).status());
    assertEquals(2, lastRequest().path("executions").size());
  }

  @Test
  void aTruncatedReplyCannotBeRead() {
    rule("{\"type\":\"truncate\",\"bytes\":7}");
    assertLost(order(nextId()));
  }

  @Test
  void badSwitchesNameTheField() {
    assertComplaint("/control/rules", "{\"do\":{\"type\":\"vanish\"}}", "do.type");
    assertComplaint(
        "/control/rules",
        "{\"when\":{\"percent\":101},\"do\":{\"type\":\"close\"}}",
        "when.percent");
    assertComplaint("/control/venue", "{\"venue\":\"casino\"}", "venue");
    assertComplaint("/control/account", "{\"venue\":\"kalshi\",\"cash\":\"much\"}", "cash");
    assertComplaint("/control/account", "not json", "");
  }

  private static void assertComplaint(String path, String body, String field) {
    Answer answer = control("POST", path, body);
    assertEquals(400, answer.status(), answer.body());
    assertEquals(field, answer.json().path("error").path("field").asText("missing"));
  }

  @Test
  void booksCanBeSetByHand() {
    String market = truth("/pairs").path("pairs").path(3).path("kalshi").asText();
    control(
        "POST",
        "/control/book",
        """
        {"venue":"kalshi","market":"%s","bids":[{"price":"0.10","quantity":"7"}],"asks":[]}
        """
            .formatted(market));
    JsonNode book = truth("/books/kalshi/" + market);
    assertEquals("7000000", book.path("bids").path(0).path("quantity_e6").asText());
    assertEquals(1, book.path("bids").size());
    assertTrue(book.path("asks").isEmpty());
  }

  @Test
  void theClockCanBeWrong() throws IOException {
    control("POST", "/control/clock", "{\"offsetMillis\":60000}");
    Answer answer = call(kalshi("GET", "/portfolio/balance", ""));
    control("POST", "/control/clock", "{\"offsetMillis\":0}");
    assertEquals(401, answer.status());
    assertTrue(answer.body().contains("header_timestamp_expired"));
  }

  @Test
  void theSameSeedGivesTheSameKeys() {
    Credentials again = Credentials.of(11);
    assertEquals(again.kalshiPem(), sandbox.credentials().kalshiPem());
    assertEquals(again.wallet(), sandbox.credentials().wallet());
  }

  @Test
  void writesTheEnvironmentOfADesk(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("desk/.env");
    sandbox.writeEnvironment(file);
    String text = Files.readString(file);
    assertTrue(text.contains("KALSHI_API_URL=" + sandbox.kalshi().restUrl()), text);
    assertTrue(text.contains("POLYMARKET_API_KEY=0x"), text);
    assertTrue(
        Files.readString(folder.resolve("desk/kalshi.key")).startsWith("-----BEGIN PRIVATE"));
  }

  private static JsonNode lastRequest() {
    JsonNode requests = truth("/requests").path("requests");
    return requests.path(requests.size() - 1);
  }

  private static void assertLost(Request request) {
    try {
      Answer answer = call(request);
      throw new AssertionError("answered: " + answer);
    } catch (IOException expected) {
      assertFalse(String.valueOf(expected.getMessage()).contains("timeout"), expected::toString);
    }
  }
}
