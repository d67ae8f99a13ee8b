package pairdesk.matching.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pairdesk.matching.file.MatchFiles.BadLine;
import pairdesk.matching.file.MatchFiles.Catalogues;
import pairdesk.matching.file.MatchFiles.Selection;
import pairdesk.matching.file.MatchFiles.Summary;
import pairdesk.matching.score.Weights;

class MatchFilesTest {
  private final List<String> steps = new ArrayList<>();
  private final MatchFiles files =
      new MatchFiles(Weights.load(), (step, done, total) -> steps.add(step));

  @TempDir private Path folder;
  private Path kalshi;
  private Path polymarket;
  private Path out;

  @BeforeEach
  void writeCatalogues() throws IOException {
    kalshi = folder.resolve("kalshi.jsonl");
    polymarket = folder.resolve("polymarket.jsonl");
    out = folder.resolve("out.jsonl");
    Files.writeString(
        kalshi,
        """
        {"key":"K1","ticker":"KXA-1","title":"Will Ann Lee resign before Jan 1, 2026?"}
        not json
        {"key":"K2","ticker":"KXA-2","title":""}

        [1]
        """);
    Files.writeString(
        polymarket,
        """
        {"key":"P1","question":"Ann Lee resigns in 2025?","outcomes":["Yes","No"],"unknown":{"x":1}}
        {"key":"P2","question":"Ann Lee resigns in 2027?"}
        {"key":"P3","question":"Ann Lee resigns in 2025?","snap":"of another day"}
        """);
  }

  @Test
  void suggestsWhatAPersonWouldSee() throws IOException {
    Summary summary = run(new Selection.Suggested(50));
    List<JsonNode> lines = lines();
    assertEquals(1, summary.written());
    assertEquals("K1", lines.getFirst().path("k").asText());
    assertEquals("P1", lines.getFirst().path("p").asText());
    assertEquals("SAME", lines.getFirst().path("relation").asText());
    assertEquals(0, lines.getFirst().path("vetoes").size());
    assertTrue(lines.getFirst().path("score").asDouble() > 50);
  }

  @Test
  void writesContradictedCandidatesWithTheirVetoes() throws IOException {
    run(new Selection.Top(20));
    List<JsonNode> lines = lines();
    assertEquals(List.of("P1", "P2"), lines.stream().map(line -> line.path("p").asText()).toList());
    assertEquals("date", lines.get(1).path("vetoes").path(0).asText());
  }

  @Test
  void reportsBadLinesByNumberAndSkipsThem() throws IOException {
    Summary summary = run(new Selection.Suggested(50));
    assertEquals(4, summary.listings());
    assertEquals(List.of(2L, 3L, 5L), summary.badLines().stream().map(BadLine::line).toList());
    assertEquals("field 'title' is missing or empty", summary.badLines().get(1).problem());
    assertEquals("not a JSON object", summary.badLines().get(2).problem());
  }

  @Test
  void scoresEveryPairOfAFile() throws IOException {
    Path pairs = folder.resolve("pairs.jsonl");
    String left = "{\"key\":\"K1\",\"title\":\"Will Ann Lee resign before Jan 1, 2026?\"}";
    String right = "{\"key\":\"P1\",\"question\":\"Ann Lee resigns in 2025?\"}";
    Files.writeString(
        pairs, "{\"kalshi\":" + left + ",\"poly\":" + right + "}\n{\"kalshi\":" + left + "}\n");
    Summary summary = files.pairs(pairs, out);
    assertEquals(1, summary.written());
    assertEquals(List.of(2L), summary.badLines().stream().map(BadLine::line).toList());
    assertEquals("P1", lines().getFirst().path("p").asText());
  }

  @Test
  void tellsHowFarItIs() throws IOException {
    run(new Selection.Suggested(50));
    assertTrue(steps.contains("reading listings"));
    assertTrue(steps.contains("matching catalogues"));
  }

  private Summary run(Selection selection) throws IOException {
    return files.catalogues(new Catalogues(kalshi, polymarket, out), selection);
  }

  private List<JsonNode> lines() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(out)) {
      lines.add(json.readTree(line));
    }
    return lines;
  }
}
