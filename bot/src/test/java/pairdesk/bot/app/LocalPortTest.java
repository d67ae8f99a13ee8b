package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pairdesk.bot.report.BusyDay;
import pairdesk.bot.scene.Scene;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.risk.BreakerState;

/** What scripts read from the running desk. */
class LocalPortTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static JsonNode read(Scene scene, String path) throws IOException, InterruptedException {
    return read(scene, path, false);
  }

  private static JsonNode read(Scene scene, String path, boolean rehearsing)
      throws IOException, InterruptedException {
    var sources =
        new LocalPort.Sources(
            scene.desk::view,
            Optional::empty,
            () -> rehearsing,
            () -> true,
            () -> "pairdesk_halted 0.0\n",
            () -> GapsAnswer.of(scene.desk),
            InstantSource.fixed(Scene.NOW.plusMillis(40)));
    try (LocalPort port = LocalPort.start(0, sources);
        HttpClient client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.port() + path)).build();
      return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
  }

  private static EngineView.Desk troubled(Scene scene) {
    EngineView.Desk old = scene.desk.view().desk();
    return new EngineView.Desk(
        new Controls(Mode.LIVE, true, "smoke"),
        old.limits(),
        List.of(new BreakerState("day-loss", "$51 of $50", Scene.NOW, null)),
        Map.of(
            VenueId.KALSHI,
            new EngineView.Venue(
                Map.of(),
                Scene.NOW,
                Duration.ofMillis(120),
                Duration.ofMillis(-7),
                new EngineView.Reconciliation(Scene.NOW, false, "cash $1.00"))),
        old.markets(),
        old.books(),
        old.pairs());
  }

  @Test
  void theStatusNamesWhatStopsTheDesk() throws IOException, InterruptedException {
    try (Scene scene = new Scene()) {
      scene.desk.desk(troubled(scene));
      JsonNode status = read(scene, "/status");
      assertEquals("LIVE", status.path("mode").asText());
      assertEquals("smoke", status.path("halt_reason").asText());
      assertEquals("day-loss", status.path("breakers").path(0).path("name").asText());
      JsonNode kalshi = status.path("venues").path(0);
      assertEquals(40, kalshi.path("last_tick_age_ms").asLong());
      assertEquals(120, kalshi.path("order_latency_p95_ms").asLong());
      assertEquals(-7, kalshi.path("clock_offset_ms").asLong());
      assertEquals("cash $1.00", kalshi.path("differences").asText());
      assertEquals("0.000000", status.path("risk").path("capital_dollars").asText());
    }
  }

  @Test
  void healthIsAliveButNotReadyAndSaysWhy() throws IOException, InterruptedException {
    try (Scene scene = new Scene()) {
      scene.desk.desk(troubled(scene));
      JsonNode health = read(scene, "/health");
      assertTrue(health.path("alive").asBoolean());
      assertEquals(false, health.path("ready").asBoolean());
      assertEquals(
          List.of("kalshi is not reconciled: cash $1.00", "day-loss: $51 of $50"),
          List.of(
              health.path("reasons").path(0).asText(), health.path("reasons").path(1).asText()));
    }
  }

  @Test
  void aDeskThatRehearsesIsNotReady() throws IOException, InterruptedException {
    try (Scene scene = new Scene()) {
      JsonNode health = read(scene, "/health", true);
      assertEquals(false, health.path("ready").asBoolean());
      assertTrue(
          health.path("reasons").toString().contains("the desk rehearses its first orders"),
          health::toPrettyString);
    }
  }

  @Test
  void aPairWithoutBooksIsListedWithoutAnEdge() throws IOException, InterruptedException {
    try (Scene scene = new Scene()) {
      BusyDay.write(scene);
      EngineView.Desk old = scene.desk.view().desk();
      scene.desk.desk(
          new EngineView.Desk(
              old.controls(),
              old.limits(),
              old.breakers(),
              old.venues(),
              old.markets(),
              old.books(),
              List.of(scene.rows.pairs().find(new PairId(1)).orElseThrow().pair())));
      JsonNode gaps = read(scene, "/gaps");
      assertEquals("50", gaps.path("size_shares").asText());
      JsonNode pair = gaps.path("pairs").path(0);
      assertEquals(1, pair.path("pair_id").asLong());
      assertTrue(pair.path("net_edge_bps").isMissingNode(), pair::toPrettyString);
    }
  }
}
