package pairdesk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

/** A sandbox, its control port, and a client of its Kalshi that signs for itself. */
final class SandboxRig implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final MediaType JSON_TYPE = MediaType.get("application/json");

  final OkHttpClient http =
      new OkHttpClient.Builder()
          .retryOnConnectionFailure(false)
          .callTimeout(Duration.ofSeconds(10))
          .build();
  final Sandbox sandbox;
  private int orders;

  SandboxRig(long seed) {
    // Each socket counts as a request for as long as it is open.
    http.dispatcher().setMaxRequests(1_000);
    try {
      sandbox = Sandbox.start(SandboxOptions.seeded(seed), InstantSource.system());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  record Answer(int status, String body) {
    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  Answer call(Request request) throws IOException {
    try (Response response = http.newCall(request).execute()) {
      return new Answer(response.code(), response.body().string());
    }
  }

  /** The same where nothing is wrong with the wire. */
  Answer answer(Request request) {
    try {
      return call(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer control(String method, String path, String body) {
    RequestBody sent = method.equals("GET") ? null : RequestBody.create(body, JSON_TYPE);
    return answer(
        new Request.Builder().url(sandbox.controlUrl() + path).method(method, sent).build());
  }

  /** Sets a switch, which must be taken. */
  void set(String name, String body) {
    Answer answer = control("POST", "/control/" + name, body);
    assertEquals(200, answer.status(), answer.body());
  }

  void clearRules() {
    control("DELETE", "/control/rules", "");
  }

  void assertComplaint(String path, String body, String field) {
    Answer answer = control("POST", path, body);
    assertEquals(400, answer.status(), answer.body());
    assertEquals(field, answer.json().path("error").path("field").asText("missing"));
  }

  JsonNode truth(String path) {
    return control("GET", "/truth" + path, "").json();
  }

  JsonNode lastRequest() {
    JsonNode requests = truth("/requests").path("requests");
    return requests.path(requests.size() - 1);
  }

  /** What a pair's listing is called at {@code kalshi} or {@code polymarket}. */
  String pair(int number, String venue) {
    return truth("/pairs").path("pairs").path(number).path(venue).asText();
  }

  Request.Builder signed(String method, String path, String url) {
    String timestamp = String.valueOf(Instant.now().toEpochMilli());
    return new Request.Builder()
        .url(url)
        .header("KALSHI-ACCESS-KEY", sandbox.credentials().kalshiKeyId())
        .header("KALSHI-ACCESS-TIMESTAMP", timestamp)
        .header("KALSHI-ACCESS-SIGNATURE", sign(timestamp + method + path));
  }

  Request kalshi(String method, String target, String body) {
    RequestBody sent = method.equals("GET") ? null : RequestBody.create(body, JSON_TYPE);
    String path = "/trade-api/v2" + target.replaceAll("\\?.*", "");
    return signed(method, path, sandbox.kalshi().restUrl() + target).method(method, sent).build();
  }

  private String sign(String message) {
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

  String nextId() {
    orders++;
    return "order-" + orders;
  }

  /** A new order for one cent deep below the market of the first pair. */
  Request order(String clientId) {
    return order(clientId, pair(0, "kalshi"));
  }

  Request order(String clientId, String ticker) {
    return kalshi(
        "POST",
        "/portfolio/events/orders",
        """
        {"ticker":"%s","client_order_id":"%s","side":"bid","count":"1.00","price":"0.01",
         "time_in_force":"good_till_canceled","self_trade_prevention_type":"taker_at_cross"}
        """
            .formatted(ticker, clientId));
  }

  /** Places it as any client would; gives the venue's id. */
  String placed(String clientId) throws IOException {
    Answer answer = call(order(clientId));
    assertEquals(201, answer.status(), answer.body());
    return answer.json().path("order_id").asText();
  }

  /** The order as the venue knows it, missing when it does not. */
  JsonNode truthOf(String clientId) {
    for (JsonNode order : truth("/accounts").path("kalshi").path("orders")) {
      if (order.path("client_id").asText().equals(clientId)) {
        return order;
      }
    }
    return JSON.missingNode();
  }

  boolean isBooked(String clientId) {
    return !truthOf(clientId).isMissingNode();
  }

  void assertLost(Request request) {
    try {
      Answer answer = call(request);
      throw new AssertionError("answered: " + answer);
    } catch (IOException expected) {
      assertFalse(String.valueOf(expected.getMessage()).contains("timeout"), expected::toString);
    }
  }

  static void await(String what, BooleanSupplier condition) {
    Instant limit = Instant.now().plusSeconds(15);
    while (!condition.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(limit), "not within fifteen seconds: " + what);
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    sandbox.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
