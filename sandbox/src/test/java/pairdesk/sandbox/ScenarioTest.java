package pairdesk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.sandbox.SandboxRig.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pairdesk.sandbox.control.BadScenario;

/** Switches that set themselves: by time, or once something is seen. */
class ScenarioTest {
  private final SandboxRig rig = new SandboxRig(15);

  @AfterEach
  void close() {
    rig.close();
  }

  private JsonNode step(int number) {
    return rig.truth("/scenario").path("steps").path(number);
  }

  @Test
  void stepsAreDoneAtTheirTimes(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("night.json");
    Files.writeString(
        file,
        """
        {"steps": [
          {"atMillis": 100, "market": {"venue": "kalshi", "market": "pair:0", "action": "pause"}},
          {"atMillis": 3600000, "rules": {"clear": true}}
        ]}
        """);
    rig.sandbox.play(file);
    await("the first step is done", () -> step(0).has("done_at"));
    assertEquals(400, rig.call(rig.order(rig.nextId())).status());
    assertFalse(step(1).has("done_at"));
  }

  @Test
  void aStepWaitsForTheSecondOrder() throws IOException {
    rig.set(
        "scenario",
        """
        {"steps": [
          {"once": {"on": "request", "when": {"method": "POST", "path": "events/orders$", "first": 2}},
           "inMillis": 50, "venue": {"venue": "kalshi", "shard": 0, "paused": true}}
        ]}
        """);
    rig.placed(rig.nextId());
    assertFalse(step(0).has("done_at"));
    rig.placed(rig.nextId());
    await("the step is done", () -> step(0).has("done_at"));
    assertEquals(409, rig.call(rig.order(rig.nextId())).status());
  }

  @Test
  void aRuleOfAStepCountsFromItsMoment() throws IOException {
    rig.set(
        "scenario",
        """
        {"steps": [
          {"rules": {"when": {"path": "events/orders$", "forMillis": 600000, "times": 1},
                     "do": {"type": "replace", "status": 429}}}
        ]}
        """);
    await("the rule is there", () -> rig.truth("/rules").path("rules").size() == 1);
    assertEquals(429, rig.call(rig.order(rig.nextId())).status());
    assertEquals(201, rig.call(rig.order(rig.nextId())).status());
  }

  @Test
  void aStepThatCannotBeDoneSaysWhy() {
    rig.set(
        "scenario",
        """
        {"steps": [
          {"market": {"venue": "kalshi", "market": "pair:0", "action": "settle", "value": "1"}},
          {"market": {"venue": "kalshi", "market": "pair:0", "action": "settle", "value": "0"}}
        ]}
        """);
    await("both steps are tried", () -> step(1).has("done_at"));
    assertEquals("steps[1].market.market: is resolved already", step(1).path("problem").asText());
    assertFalse(step(0).has("problem"));
  }

  @Test
  void errorsNameLineAndField(@TempDir Path folder) throws IOException {
    assertEquals(
        "line 3, steps[1].rules.when.percent: want 0 to 100",
        problem(
            folder,
            """
            {"steps": [
              {"atMillis": 5, "clock": {"offsetMillis": 5}},
              {"rules": {"when": {"percent": 500}, "do": {"type": "close"}}}
            ]}
            """));
    assertEquals(
        "line 2, steps[0].market.venue: is required",
        problem(folder, "{\"steps\": [\n{\"market\": {\"action\": \"pause\"}}]}"));
    assertEquals(
        "line 2, steps[0].atMilis: is not known here",
        problem(folder, "{\"steps\": [\n{\"atMilis\": 5, \"clock\": {}}]}"));
    assertTrue(problem(folder, "{\"steps\": [\n{\"dance\": {}}]}").startsWith("line 2, steps[0]"));
    assertTrue(problem(folder, "{\"steps\": [\n\n oops").startsWith("line 3: "));
  }

  private String problem(Path folder, String text) throws IOException {
    Path file = folder.resolve("bad.json");
    Files.writeString(file, text);
    return String.valueOf(
        assertThrows(BadScenario.class, () -> rig.sandbox.play(file)).getMessage());
  }

  @Test
  void aCheckpointTakesBothVenuesAtOnce() throws IOException {
    rig.placed(rig.nextId());
    JsonNode checkpoint = rig.truth("/checkpoint");
    assertEquals("20000000000", checkpoint.path("kalshi").path("cash_e6").asText());
    assertEquals("10000", checkpoint.path("kalshi").path("reserved_e6").asText());
    assertEquals(1, checkpoint.path("kalshi").path("open_orders").asInt());
    assertEquals("20000000000", checkpoint.path("polymarket").path("cash_e6").asText());
    assertEquals(0, checkpoint.path("polymarket").path("fills").asInt());
  }
}
