package pairdesk.matching.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pairdesk.matching.file.FitFiles.Catalogue;
import pairdesk.matching.file.FitFiles.Sources;
import pairdesk.matching.file.FitFiles.Summary;
import pairdesk.matching.fit.Ranking;
import pairdesk.matching.score.Features;
import pairdesk.matching.score.Weights;

class FitFilesTest {
  private static final List<String> DEEDS =
      List.of(
          "resign",
          "visit Japan",
          "be pardoned",
          "win the mayoral race",
          "be arrested",
          "meet Bob Moss",
          "drop out",
          "sue Acme",
          "retire",
          "be engaged",
          "release an album",
          "leave Acme");

  @TempDir private Path folder;

  @Test
  void writesWeightsFoldsScoresAndPicture() throws IOException {
    Path pairs = Files.writeString(folder.resolve("pairs.jsonl"), labelled() + "broken\n");
    Summary summary =
        FitFiles.fit(new Sources(pairs, List.of(), Features.USUAL), folder.resolve("out"));
    assertEquals(2 * DEEDS.size(), summary.pairs());
    assertEquals(1, summary.badLines().size());
    assertEquals(2 * DEEDS.size() + 1, summary.badLines().getFirst().line());
    assertTrue(summary.ranking().averagePrecision() > 0.9);
    Weights weights = Weights.read(folder.resolve("out/weights.json"));
    assertEquals("Fitted by pairdesk fit on 24 labelled pairs.", weights.source());
    assertEquals(24, Files.readAllLines(folder.resolve("out/scores.jsonl")).size());
    assertTrue(Files.readString(folder.resolve("out/folds.json")).contains("\"visit Japan\" : "));
    assertTrue(Files.size(folder.resolve("out/calibration.png")) > 1_000);
  }

  @Test
  void refusesPairsOfOneTopic() throws IOException {
    Path pairs = Files.writeString(folder.resolve("pairs.jsonl"), line("resign", "Ann Lee", true));
    var problem =
        assertThrows(
            IOException.class,
            () ->
                FitFiles.fit(new Sources(pairs, List.of(), Features.USUAL), folder.resolve("out")));
    assertEquals(pairs + ": a fit needs pairs of 10 topics or more, got 1", problem.getMessage());
  }

  @Test
  void refusesAFileOfWeightsThatLacksOne() throws IOException {
    Path file = Files.writeString(folder.resolve("w.json"), "{\"bias\":1,\"weights\":{}}");
    var problem = assertThrows(IOException.class, () -> Weights.read(file));
    assertEquals(file + ": no weight for the feature wordCosine", problem.getMessage());
  }

  /**
   * The weights that ship are those of the documented command, and hold on topics they never saw.
   */
  @Test
  void shipsWhatTheLabelledListingsGive() throws IOException {
    LabelledData data = LabelledData.orSkip();
    Path out = LabelledData.output().resolve("fit");
    Summary summary =
        FitFiles.fit(
            new Sources(
                data.file("pairs.jsonl"),
                List.of(
                    new Catalogue.OfKalshi(data.file("kalshi.jsonl")),
                    new Catalogue.OfPolymarket(data.file("polymarket.jsonl"))),
                Features.USUAL),
            out);
    System.out.printf(
        "unseen topics: AP %.3f, best F1 %.3f, recall at precision 0.95 %.3f, Brier %.4f,"
            + " calibration error %.2f (%.2f with buckets alike, %.2f by chance; %.2f over"
            + " tenths)%n",
        summary.ranking().averagePrecision(),
        summary.ranking().bestF1(),
        summary.ranking().recallAtPrecision(0.95),
        summary.calibration().brier(),
        summary.calibration().meanError(),
        summary.calibration().meanErrorOfBuckets(),
        summary.calibration().meanChanceOfBuckets(),
        summary.calibration().meanErrorOfTenths());
    summary.calibration().buckets().forEach(System.out::println);
    assertTrue(summary.ranking().averagePrecision() >= 0.96, "average precision");
    assertTrue(summary.ranking().bestF1() >= 0.93, "best F1");
    assertTrue(summary.ranking().recallAtPrecision(0.95) >= 0.90, "recall at precision 0.95");
    assertTrue(summary.calibration().meanError() <= 5, "mean calibration error");
    assertTrue(summary.calibration().meanErrorOfTenths() <= 5, "calibration error of tenths");
    assertTrue(summary.calibration().brier() <= 0.05, "Brier score");
    Ranking openWorld =
        new Ranking(data.judged(out.resolve("suggestions.jsonl")), data.gold("equivalent").size());
    System.out.printf("open world of unseen topics: best F1 %.3f%n", openWorld.bestF1());
    assertTrue(openWorld.bestF1() >= 0.92, "open-world F1 on unseen topics");
    Weights fitted = Weights.read(out.resolve("weights.json"));
    Weights shipped = Weights.load();
    assertEquals(fitted.values().keySet(), shipped.values().keySet());
    fitted
        .values()
        .forEach((name, weight) ->
            assertEquals(weight, Objects.requireNonNull(shipped.values().get(name)), 0.001, name));
    assertEquals(fitted.bias(), shipped.bias(), 0.001);
  }

  private static String labelled() {
    StringBuilder lines = new StringBuilder();
    for (String deed : DEEDS) {
      lines.append(line(deed, "Ann Lee", true)).append(line(deed, "Cy Dorn", false));
    }
    return lines.toString();
  }

  private static String line(String deed, String other, boolean same) {
    return """
    {"relation":"%s","topic":"%s",\
    "kalshi":{"key":"K %2$s %4$s","title":"Will Ann Lee %2$s before Jan 1, 2026?"},\
    "poly":{"key":"P %2$s %4$s","question":"Will %3$s %2$s in 2025?"}}
    """
        .formatted(same ? "equivalent" : "different", deed, other, same);
  }
}
