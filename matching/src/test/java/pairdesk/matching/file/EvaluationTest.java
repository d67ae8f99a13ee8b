package pairdesk.matching.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pairdesk.matching.file.MatchFiles.Catalogues;
import pairdesk.matching.file.MatchFiles.Selection;
import pairdesk.matching.file.MatchFiles.Summary;
import pairdesk.matching.fit.Ranking;
import pairdesk.matching.fit.Refit;
import pairdesk.matching.score.Weights;

/**
 * The matcher on the labelled listings with its shipped weights. Predictions stay in {@code
 * target/matching} for the scorer of the data. The floors are what this version reaches, a little
 * below: they only catch a fall.
 */
class EvaluationTest {
  private static final MatchFiles FILES = new MatchFiles(Weights.load(), (step, done, total) -> {});

  /** The least score of a card when nobody asks for another. */
  private static final int POSTED = 80;

  private static LabelledData data;
  private static Path out;

  private record Line(String left, String right, double score, String relation) {
    String pair() {
      return left + "|" + right;
    }
  }

  @BeforeAll
  static void findData() throws IOException {
    data = LabelledData.orSkip();
    out = LabelledData.output();
  }

  @Test
  void ranksLabelledPairsAndTurnsNoneRound() throws IOException {
    Path file = out.resolve("pairs-pred.jsonl");
    Summary summary = FILES.pairs(data.file("pairs.jsonl"), file);
    assertEquals(List.of(), summary.badLines());
    Map<String, Line> lines = new HashMap<>();
    read(file).forEach(line -> lines.put(line.pair(), line));
    List<Refit.Answer> answers = new ArrayList<>();
    for (LabelledData.LabelledPair pair : data.pairs()) {
      Line line = Objects.requireNonNull(lines.get(pair.key()), pair.key());
      if (pair.relation().equals("complement")) {
        assertEquals("INVERSE", line.relation(), pair.key());
      } else {
        if (pair.same()) {
          assertEquals("SAME", line.relation(), pair.key());
        }
        answers.add(new Refit.Answer(line.score(), pair.same()));
      }
    }
    Ranking ranking = new Ranking(answers, answers.stream().filter(Refit.Answer::right).count());
    System.out.printf(
        "labelled pairs: AP %.3f, best F1 %.3f, recall at precision 0.95 %.3f%n",
        ranking.averagePrecision(), ranking.bestF1(), ranking.recallAtPrecision(0.95));
    assertTrue(ranking.averagePrecision() >= 0.97, "average precision");
    assertTrue(ranking.recallAtPrecision(0.95) >= 0.90, "recall at precision 0.95");
  }

  @Test
  void findsPairsAmongWholeCatalogues() throws IOException {
    Path file = out.resolve("suggestions.jsonl");
    FILES.catalogues(catalogues(file), new Selection.Suggested(0));
    Set<String> known = data.gold("equivalent");
    Set<String> unmarked = data.unmarked();
    List<Refit.Answer> answers = data.judged(file);
    Ranking ranking = new Ranking(answers, known.size());
    System.out.printf(
        "open world: best F1 %.3f, recall at precision 0.95 %.3f%n",
        ranking.bestF1(), ranking.recallAtPrecision(0.95));
    assertTrue(ranking.bestF1() >= 0.92, "open-world F1");
    List<Line> wrong =
        read(file).stream()
            .filter(line -> line.score() >= POSTED)
            .filter(line -> !unmarked.contains(line.pair()) && !known.contains(line.pair()))
            .toList();
    long posted = answers.stream().filter(answer -> answer.score() >= POSTED).count();
    System.out.printf("posted from %d on: %d, wrong %d%n", POSTED, posted, wrong.size());
    wrong.forEach(line -> System.out.printf("  %.1f %s%n", line.score(), line.pair()));
    assertTrue(wrong.size() <= 0.05 * posted, "wrong among the posted");
  }

  @Test
  void keepsPartnersAmongTheBestTen() throws IOException {
    Path file = out.resolve("top20.jsonl");
    FILES.catalogues(catalogues(file), new Selection.Top(20));
    List<Line> lines = read(file);
    assertTrue(recallAtTen(lines, Line::left) >= 0.99, "recall at 10, from Kalshi");
    assertTrue(recallAtTen(lines, Line::right) >= 0.99, "recall at 10, from Polymarket");
  }

  private static double recallAtTen(List<Line> lines, Function<Line, String> from)
      throws IOException {
    Map<String, List<Line>> candidates = lines.stream().collect(Collectors.groupingBy(from));
    Set<String> found =
        candidates.values().stream()
            .flatMap(some ->
                some.stream()
                    .sorted(Comparator.comparingDouble(Line::score).reversed())
                    .limit(10)
                    .map(Line::pair))
            .collect(Collectors.toSet());
    Set<String> known = data.gold("equivalent");
    double recall = (double) known.stream().filter(found::contains).count() / known.size();
    System.out.printf("recall at 10: %.3f%n", recall);
    return recall;
  }

  private static Catalogues catalogues(Path file) {
    return new Catalogues(data.file("kalshi.jsonl"), data.file("polymarket.jsonl"), file);
  }

  private static List<Line> read(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Line> lines = new ArrayList<>();
    for (String text : Files.readAllLines(file)) {
      JsonNode row = json.readTree(text);
      lines.add(
          new Line(
              row.path("k").asText(),
              row.path("p").asText(),
              row.path("score").asDouble(),
              row.path("relation").asText()));
    }
    return lines;
  }
}
