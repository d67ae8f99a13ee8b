package pairdesk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.sandbox.SandboxRig.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pairdesk.sandbox.SandboxRig.Answer;

/**
 * What clients do that nobody here has seen: how they spell, what they try first, how many come.
 */
class OutsideClientTest {
  private static final int MANY = 200;
  private static final Pattern STREAM = Pattern.compile("\"stream\" virtual");

  private static SandboxRig rig;
  private static PolymarketCalls polymarket;

  @BeforeAll
  static void start() {
    rig = new SandboxRig(23);
    polymarket = PolymarketCalls.of(rig);
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  private static Response raw(Request request) throws IOException {
    return rig.http.newCall(request).execute();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ok",
        "/time",
        "/time/",
        "/version",
        "/api/geoblock",
        "/sampling-markets?next_cursor=MA%3D%3D",
        "/sampling-simplified-markets?next_cursor=",
        "/simplified-markets",
        "/gamma/status",
        "/gamma/markets?limit=1&active=true&closed=false",
        "/gamma/events/pagination?limit=2",
        "/gamma/sports/market-types",
        "/data-api/",
        "/rewards/markets/current"
      })
  void polymarketAnswersWhatClientsAskFirst(String target) {
    assertEquals(200, polymarket.read(target).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/exchange/status",
        "/exchange/status/",
        "/exchange/schedule",
        "/search/tags_by_categories",
        "/milestones?limit=1",
        "/incentive_programs",
        "/account/limits",
        "/portfolio/balance",
        "/portfolio/subaccounts/balances",
        "/portfolio/deposits"
      })
  void kalshiAnswersWhatClientsAskFirst(String target) throws IOException {
    assertEquals(200, rig.call(rig.kalshi("GET", target, "")).status());
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/auth/ban-status/closed-only",
    "GET,/auth/api-keys",
    "GET,/auth/builder-api-key"
  })
  void keysAreToldToTheirOwner(String method, String target) {
    assertEquals(200, polymarket.signed(method, target, "").status());
  }

  @Test
  void headersAloneAreAnswered() throws IOException {
    String time = rig.sandbox.polymarket().clobUrl() + "/time";
    try (Response response = raw(new Request.Builder().url(time).head().build())) {
      assertEquals(200, response.code());
    }
  }

  @Test
  void largeAnswersAreCompressedForThoseWhoAsk() throws IOException {
    String events = rig.sandbox.polymarket().gammaUrl() + "/events?limit=5";
    Request request = new Request.Builder().url(events).header("Accept-Encoding", "gzip").build();
    try (Response response = raw(request)) {
      assertEquals("gzip", response.header("Content-Encoding"));
    }
  }

  @Test
  void whatIsNotThereIsSaidAndWrittenDown() throws IOException {
    String url = rig.sandbox.kalshi().restUrl() + "/no/such/path";
    try (Response response = raw(new Request.Builder().url(url).build())) {
      assertEquals(404, response.code());
      assertEquals("the sandbox has no GET here", response.header("Sandbox-Missing"));
      assertTrue(response.body().string().contains("\"not_found\""));
    }
    JsonNode missing = rig.truth("/missing").path("missing").path(0);
    assertEquals("kalshi", missing.path("venue").asText());
    assertEquals("/trade-api/v2/no/such/path", missing.path("path").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/book?token_id=1",
        "/clob-markets/0x00",
        "/markets/0x00",
        "/tick-size?token_id=none",
        "/gamma/markets/999999999",
        "/gamma/events/slug/none"
      })
  void unknownThingsAreNotFoundInJson(String target) {
    Answer answer = polymarket.read(target);
    assertEquals(404, answer.status());
    assertTrue(answer.json().has("error"), answer::body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /order",
        "POST /orders",
        "DELETE /order",
        "DELETE /orders",
        "DELETE /cancel-market-orders",
        "POST /v1/heartbeats",
        "POST /orders-scoring",
        "POST /books",
        "POST /prices",
        "POST /batch-prices-history",
        "POST /markets/live-activity",
        "DELETE /notifications",
        "DELETE /auth/readonly-api-key"
      })
  void badBodiesAreNeverAFailureOfTheServer(String call) {
    rig.set(
        "venue", "{\"venue\":\"polymarket\",\"ordersPerSecond\":9999,\"cancelsPerSecond\":9999}");
    String method = call.substring(0, call.indexOf(' '));
    String target = call.substring(call.indexOf(' ') + 1);
    for (String body :
        List.of(
            "",
            "null",
            "7",
            "[]",
            "{",
            "[7,null,\"x\",{}]",
            "{\"order\":7}",
            "{\"order\":{\"salt\":\"x\",\"makerAmount\":\"-1\",\"side\":\"HOLD\"},\"owner\":7}",
            "{\"market\":7,\"asset_id\":null}",
            "{\"markets\":[null,7],\"fidelity\":-9,\"interval\":\"never\"}",
            "{\"markets\":[],\"start_ts\":9,\"end_ts\":1}",
            "[".repeat(5_000))) {
      Answer answer = polymarket.signed(method, target, body);
      assertTrue(answer.status() < 500, () -> call + " " + body + ": " + answer);
    }
  }

  @Test
  void badFramesAreSurvived() throws InterruptedException {
    try (Listener market = Listener.polymarket(rig, "none")) {
      market.next("[]");
      for (String frame : List.of("", "{", "7", "[]", "{\"assets_ids\":7}", "{\"operation\":[]}")) {
        market.say(frame);
      }
      market.say("PING");
      market.next("PONG");
    }
    try (Listener kalshi = Listener.kalshi(rig, "\"fill\"")) {
      kalshi.next("subscribed");
      for (String frame :
          List.of(
              "",
              "{",
              "7",
              "[]",
              "{\"cmd\":7}",
              "{\"id\":\"x\",\"cmd\":\"subscribe\",\"params\":7}")) {
        kalshi.say(frame);
      }
      kalshi.say("{\"id\":77,\"cmd\":\"list_subscriptions\"}");
      assertTrue(kalshi.next("\"id\":77").contains("fill"));
    }
  }

  @Test
  void aSocketTakesSeveralSubscriptions() throws InterruptedException {
    try (Listener market = Listener.polymarket(rig, token(0))) {
      assertTrue(market.next().startsWith("[{"));
      market.say("{\"operation\":\"subscribe\",\"assets_ids\":[\"" + token(1) + "\"]}");
      assertTrue(market.next(token(1)).startsWith("[{"), "its books come before what changes them");
    }
  }

  private static String token(int pair) {
    JsonNode market = polymarket.read("/clob-markets/" + rig.pair(pair, "polymarket")).json();
    return market.path("t").path(0).path("t").asText();
  }

  @Test
  void manySocketsComeAndGoWithoutAThreadLeft(@TempDir Path folder) throws InterruptedException {
    int before = streams(folder);
    String token = token(0);
    var sockets = new ArrayList<Listener>();
    for (int i = 0; i < MANY / 2; i++) {
      sockets.add(Listener.polymarket(rig, token));
      sockets.add(Listener.kalshi(rig, "\"ticker\""));
    }
    for (Listener socket : sockets) {
      socket.next();
    }
    assertTrue(streams(folder) >= before + MANY);
    sockets.forEach(Listener::close);
    await("their threads end", () -> streams(folder) <= before);
    assertFalse(rig.truth("/pairs").path("pairs").isEmpty());
  }

  /** Threads that write to sockets. */
  private static int streams(Path folder) {
    Path dump = folder.resolve("threads.txt");
    try {
      Files.deleteIfExists(dump);
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(dump.toString(), ThreadDumpFormat.TEXT_PLAIN);
      return (int) STREAM.matcher(Files.readString(dump)).results().count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
