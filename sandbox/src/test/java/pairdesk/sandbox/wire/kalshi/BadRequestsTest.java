package pairdesk.sandbox.wire.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pairdesk.sandbox.wire.kalshi.Limits.Budget;

/** Whatever a client sends, it is told what was wrong with it. */
class BadRequestsTest {
  private static final Budget PLENTY = new Budget(1_000_000, 1_000_000);
  private static final MediaType JSON = MediaType.get("application/json");
  private static final List<String> BODIES =
      List.of(
          "",
          "null",
          "[]",
          "7",
          "\"text\"",
          "{",
          "{\"orders\":7}",
          "{\"orders\":[7,null,\"x\",{}]}",
          "{\"amount\":9223372036854775807,\"source\":\"event_contract\",\"destination\":\"event_contract\"}",
          "{\"contracts_limit\":-1,\"contracts_limit_fp\":\"-1\",\"reduce_by\":\"-1\",\"subaccount\":99}",
          "{\"contracts_limit\":99999999999999999999}",
          "{\"allocations\":[{\"exchange_index\":99,\"percent\":-5},7]}",
          "{\"name\":\"\",\"public_key\":\"-----BEGIN PUBLIC KEY-----\\nAAAA\\n-----END PUBLIC KEY-----\",\"scopes\":[1,null]}",
          "[".repeat(5_000));

  private static KalshiRig rig;

  @BeforeAll
  static void start() {
    rig = new KalshiRig(new Limits("test", PLENTY, PLENTY));
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  static List<String> calls() {
    String orders = "/portfolio/events/orders";
    return List.of(
        "POST " + orders,
        "POST " + orders + "/batched",
        "DELETE " + orders + "/batched",
        "DELETE " + orders + "/no-such-order",
        "POST " + orders + "/no-such-order/amend",
        "POST " + orders + "/no-such-order/decrease",
        "POST /portfolio/order_groups/create",
        "PUT /portfolio/order_groups/none/limit",
        "PUT /portfolio/order_groups/none/reset",
        "DELETE /portfolio/order_groups/none",
        "POST /portfolio/intra_exchange_instance_transfer",
        "POST /portfolio/target_balance_allocation",
        "PUT /portfolio/subaccounts/netting",
        "POST /portfolio/subaccounts",
        "POST /api_keys",
        "DELETE /api_keys/none");
  }

  @ParameterizedTest
  @MethodSource("calls")
  void aBodyThatIsNotWhatIsWantedIsNeverAFailureOfTheServer(String call) {
    String method = call.substring(0, call.indexOf(' '));
    String target = call.substring(call.indexOf(' ') + 1);
    for (String body : BODIES) {
      var answer =
          rig.call(
              rig.signed(method, target, Instant.now())
                  .method(method, RequestBody.create(body, JSON))
                  .build());
      assertTrue(answer.status() < 500, () -> call + " " + shortened(body) + ": " + answer);
    }
  }

  private static String shortened(String body) {
    return body.length() > 100 ? body.substring(0, 100) + "…" : body;
  }

  static Stream<String> queries() {
    return Stream.of(
            "/markets",
            "/markets/trades",
            "/events",
            "/series",
            "/portfolio/orders",
            "/portfolio/fills",
            "/portfolio/positions",
            "/portfolio/settlements",
            "/markets/orderbooks",
            "/markets/candlesticks",
            "/historical/trades")
        .flatMap(path ->
            Stream.of(
                path + "?limit=9999999999999999999",
                path + "?limit=-5&cursor=%00%FF",
                path + "?min_ts=-1&max_ts=x&min_close_ts=999999999999",
                path + "?tickers=&tickers=,,,&status=sleeping&ticker=%2e%2e%2f"));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void aQueryThatIsNotWhatIsWantedIsNeverAFailureOfTheServer(String target) {
    var answer = rig.get(target);
    assertTrue(answer.status() < 500, answer::toString);
  }

  @ParameterizedTest
  @MethodSource("largeBodies")
  void aLargeBodyIsRefusedAndTheNextRequestAnswered(RequestBody body) throws IOException {
    Request request =
        rig.signed("POST", "/portfolio/events/orders", Instant.now()).post(body).build();
    try (Response response = rig.http.newCall(request).execute()) {
      assertEquals(413, response.code());
    }
    assertEquals(200, rig.get("/portfolio/balance").status());
  }

  static List<RequestBody> largeBodies() {
    byte[] large = new byte[3 << 20];
    return List.of(
        RequestBody.create(large, JSON),
        new RequestBody() {
          @Override
          public MediaType contentType() {
            return JSON;
          }

          @Override
          public void writeTo(BufferedSink sink) throws IOException {
            sink.write(large);
          }
        });
  }
}
