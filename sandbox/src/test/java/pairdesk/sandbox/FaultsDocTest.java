package pairdesk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static pairdesk.sandbox.SandboxRig.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault that the page names can be had by the steps that it names, seen from outside. */
class FaultsDocTest {
  private static SandboxRig rig;
  private static Map<String, Proof> proofs;

  @BeforeAll
  static void start() {
    rig = new SandboxRig(21);
    rig.set("book", "{\"flow\":\"stop\"}");
    proofs = new HashMap<>(new RequestProofs(rig).all());
    proofs.putAll(new StreamProofs(rig).all());
    proofs.putAll(new TradeProofs(rig).all());
    proofs.putAll(new MarketProofs(rig).all());
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  static List<FaultRow> rows() throws IOException {
    return FaultRow.all();
  }

  /** What would disturb the rows that follow. */
  @AfterEach
  void heal() {
    rig.clearRules();
    rig.set("clock", "{\"offsetMillis\":0}");
    rig.set("venue", "{\"venue\":\"kalshi\",\"shard\":0,\"paused\":false}");
    rig.set("venue", "{\"venue\":\"kalshi\",\"readLagMillis\":0}");
    rig.set("venue", "{\"venue\":\"polymarket\",\"mode\":\"normal\"}");
    rig.set("venue", "{\"venue\":\"polymarket\",\"orderVersion\":2}");
    rig.set("venue", "{\"venue\":\"polymarket\",\"ordersPerSecond\":40}");
    rig.set("account", "{\"venue\":\"kalshi\",\"shard\":0,\"cash\":\"10000\"}");
    rig.set("settlement", "{\"scope\":\"usual\",\"steps\":[]}");
  }

  @Test
  void everyRowHasItsProof() throws IOException {
    var rows = rows().stream().map(FaultRow::id).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(proofs.keySet()), rows);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theFaultIsSeen(FaultRow row) throws Exception {
    Proof proof = Objects.requireNonNull(proofs.get(row.id()), row::id);
    proof.show(() -> play(row));
    List<JsonNode> steps = steps(row);
    await("every step is done", () -> steps(row).stream().allMatch(step -> step.has("done_at")));
    steps.forEach(step -> assertFalse(step.has("problem"), step::toString));
  }

  /** Sets the scenario; returns when all steps are done that wait for nothing but time. */
  private static void play(FaultRow row) {
    rig.set("scenario", row.scenario());
    await(
        "the steps are done",
        () -> {
          List<JsonNode> steps = steps(row);
          for (int i = 0; i < steps.size(); i++) {
            if (!row.steps().get(i).contains("\"once\"") && !steps.get(i).has("done_at")) {
              return false;
            }
          }
          return true;
        });
  }

  /** Those of the row, which was set last. */
  private static List<JsonNode> steps(FaultRow row) {
    var all = new ArrayList<JsonNode>();
    rig.truth("/scenario").path("steps").forEach(all::add);
    return all.subList(all.size() - row.steps().size(), all.size());
  }
}
