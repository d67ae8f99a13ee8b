package pairdesk.bot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pairdesk.bot.scene.Samples;
import pairdesk.bot.scene.Scene;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.matching.Matcher;
import pairdesk.matching.score.Weights;
import pairdesk.persistence.Markets;

/** From a person's decision in the console to weights that were fitted on it. */
class LearningTest {
  private static final List<String> DEEDS =
      List.of(
          "resign",
          "visit Japan",
          "be pardoned",
          "be arrested",
          "retire",
          "drop out",
          "sue Acme",
          "leave Acme",
          "be engaged",
          "release an album",
          "win the race",
          "meet Bob Moss");

  @TempDir private Path folder;

  private final Scene scene = new Scene();

  @BeforeEach
  void candidates() {
    for (int n = 0; n < DEEDS.size(); n++) {
      Market left =
          market(Samples.kalshi(n), "Will Ann Lee " + DEEDS.get(n) + " before Jan 1, 2027?");
      Market right = market(Samples.polymarket(n), "Will Ann Lee " + DEEDS.get(n) + " in 2026?");
      for (Market market : List.of(left, right)) {
        scene.desk.markets.put(market.id(), market);
        scene.rows.markets().save(market.id().venue(), seen(market), Scene.NOW);
      }
      scene.matches.proposals.add(new Matcher().compare(left.listing(), right.listing()));
    }
  }

  private static List<Markets.Seen> seen(Market market) {
    return List.of(new Markets.Seen(market, "hash of " + market.id()));
  }

  private static Market market(MarketId id, String title) {
    Market sample = Samples.market(id, title, "");
    Listing listing = sample.listing();
    return new Market(
        new Listing(
            id,
            "EVENT-" + id.code(),
            listing.texts(),
            listing.names(),
            listing.strike(),
            listing.dates()),
        sample.terms(),
        sample.life(),
        sample.address());
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void whatWasRejectedWithAReasonIsLearntFrom() throws IOException {
    scene.run(scene.operator(), "find_matches", "similarity", "50", "limit", "25");
    for (int pair = 1; pair <= DEEDS.size(); pair++) {
      if (pair % 3 == 0) {
        scene.run(
            scene.operator(),
            "reject_pair",
            "pair",
            "" + pair,
            "reason",
            "different deadline",
            "note",
            "the rules say noon");
      } else {
        scene.run(scene.operator(), "approve_pair", "pair", "" + pair);
      }
    }
    Path env =
        Files.writeString(folder.resolve(".env"), "DATABASE_URL=" + scene.databaseUrl() + "\n");
    Path labels = folder.resolve("labels.jsonl");
    assertEquals(0, run("labels", "--out", labels.toString(), "--env", env.toString()));
    List<JsonNode> lines = lines(labels);
    assertEquals(DEEDS.size(), lines.size());
    List<JsonNode> rejected =
        lines.stream().filter(line -> !line.path("label").asBoolean()).toList();
    assertEquals(4, rejected.size());
    assertEquals("different", rejected.getFirst().path("relation").asText());
    assertEquals(
        "different deadline · the rules say noon", rejected.getFirst().path("reason").asText());

    Path out = folder.resolve("fit");
    assertEquals(0, run("fit", "--pairs", labels.toString(), "--out", out.toString()));
    Weights weights = Weights.read(out.resolve("weights.json"));
    assertEquals("Fitted by pairdesk fit on 12 labelled pairs.", weights.source());
    assertTrue(Files.size(out.resolve("scores.jsonl")) > 0);
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(json.readTree(line));
    }
    return lines;
  }

  private static int run(String... arguments) {
    return Main.commandLine().execute(arguments);
  }
}
