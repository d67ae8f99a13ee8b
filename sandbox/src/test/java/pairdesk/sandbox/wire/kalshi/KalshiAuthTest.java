package pairdesk.sandbox.wire.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pairdesk.sandbox.wire.kalshi.KalshiRig.json;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recorded bodies of refused signatures. */
class KalshiAuthTest {
  private static final KalshiRig RIG = new KalshiRig();
  private static final String BALANCE = "/portfolio/balance";

  @AfterAll
  static void close() {
    RIG.close();
  }

  @Test
  void acceptsASignatureOverThePathWithoutItsQuery() {
    assertEquals(200, RIG.get("/portfolio/orders?status=resting&limit=5").status());
  }

  @Test
  void refusesAWrongSignature() {
    Request request = RIG.signed("POST", BALANCE, Instant.now()).get().build();
    assertRefused(
        request,
        """
        {"error":{"code":"authentication_error","message":"authentication_error",
         "details":"INCORRECT_API_KEY_SIGNATURE"}}
        """);
  }

  @Test
  void refusesAnUnknownKey() {
    Request request =
        RIG.signed("GET", BALANCE, Instant.now()).header("KALSHI-ACCESS-KEY", "other").build();
    assertRefused(
        request,
        """
        {"error":{"code":"authentication_error","message":"authentication_error",
         "details":"NOT_FOUND"}}
        """);
  }

  @Test
  void refusesAMissingSignature() {
    Request request =
        RIG.signed("GET", BALANCE, Instant.now()).removeHeader("KALSHI-ACCESS-SIGNATURE").build();
    assertRefused(
        request,
        """
        {"error":{"code":"signature_is_missing_from_headers",
         "message":"signature is missing from headers"}}
        """);
  }

  @ParameterizedTest
  @ValueSource(ints = {-300, -30, 30, 300})
  void refusesAClockThatIsHalfAMinuteOff(int seconds) {
    Instant at = Instant.now().plus(Duration.ofSeconds(seconds));
    assertRefused(
        RIG.signed("GET", BALANCE, at).build(),
        """
        {"error":{"code":"header_timestamp_expired","message":"header timestamp expired"}}
        """);
  }

  @ParameterizedTest
  @ValueSource(ints = {-5, 5})
  void acceptsAClockThatIsFiveSecondsOff(int seconds) {
    Instant at = Instant.now().plus(Duration.ofSeconds(seconds));
    assertEquals(200, RIG.call(RIG.signed("GET", BALANCE, at).build()).status());
  }

  @Test
  void refusesAHandshakeWithoutSignature() {
    var status = new CompletableFuture<Integer>();
    WebSocketListener listener =
        new WebSocketListener() {
          @Override
          public void onFailure(WebSocket socket, Throwable cause, @Nullable Response response) {
            if (response == null) {
              status.completeExceptionally(cause);
            } else {
              status.complete(response.code());
            }
          }
        };
    RIG.http.newWebSocket(new Request.Builder().url(RIG.front.socketUrl()).build(), listener);
    assertEquals(401, status.orTimeout(10, TimeUnit.SECONDS).join());
  }

  private static void assertRefused(Request request, String body) {
    var answer = RIG.call(request);
    assertEquals(401, answer.status());
    assertEquals(json(body), answer.body());
  }
}
