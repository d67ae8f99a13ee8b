package pairdesk.matching.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pairdesk.matching.fit.Calibration.Bucket;
import pairdesk.matching.fit.Refit.Answer;

class CalibrationTest {
  private static final List<Answer> ANSWERS =
      List.of(
          new Answer(0.90, true),
          new Answer(0.94, true),
          new Answer(1.00, false),
          new Answer(0.96, true),
          new Answer(0.05, false));

  @Test
  void comparesTheMeanScoreOfATenthWithItsTruth() {
    Calibration calibration = Calibration.of(ANSWERS);
    assertEquals(2, calibration.buckets().size());
    assertBucket(1, 0.05, 0, calibration.buckets().getFirst());
    assertBucket(4, 0.95, 0.75, calibration.buckets().getLast());
    assertEquals((5.0 + 4 * 20.0) / 5, calibration.meanError(), 1e-9);
    assertEquals(12.5, calibration.meanErrorOfBuckets(), 1e-9);
    assertEquals((0.01 + 0.0036 + 1 + 0.0016 + 0.0025) / 5, calibration.brier(), 1e-9);
  }

  @Test
  void comparesTenthsOfThePairsToo() {
    List<Answer> answers =
        IntStream.range(0, 20).mapToObj(at -> new Answer(at / 20.0, at >= 10)).toList();
    Calibration calibration = Calibration.of(answers);
    assertEquals(10, calibration.tenths().size());
    assertBucket(2, 0.025, 0, calibration.tenths().getFirst());
    assertBucket(2, 0.925, 1, calibration.tenths().getLast());
    assertEquals(25, calibration.meanErrorOfTenths(), 1e-9);
  }

  @Test
  void knowsWhatChanceAloneMakesOfFewPairs() {
    Calibration two = Calibration.of(List.of(new Answer(0.5, true), new Answer(0.5, true)));
    assertEquals(0.25, two.buckets().getFirst().chance(), 1e-9);
    Calibration one = Calibration.of(List.of(new Answer(0.05, false)));
    assertEquals(0.05 * 0.95 + 0.95 * 0.05, one.buckets().getFirst().chance(), 1e-9);
    assertEquals(9.5, one.meanChanceOfBuckets(), 1e-9);
  }

  private static void assertBucket(int pairs, double score, double truth, Bucket bucket) {
    assertEquals(pairs, bucket.pairs());
    assertEquals(score, bucket.score(), 1e-9);
    assertEquals(truth, bucket.truth(), 1e-9);
  }

  @Test
  void drawsABucketWhereItBelongs(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("plot.png");
    CalibrationPlot.write(Calibration.of(List.of(new Answer(0.3, true))), file);
    BufferedImage image = ImageIO.read(file.toFile());
    assertEquals(0xFFFFFFFF, image.getRGB(300, 30), "background");
    int point = image.getRGB(70 + 132, 50);
    assertTrue((point & 0xFF) > (point >> 16 & 0xFF) + 50, "blue where score 30 is right always");
  }

  @Test
  void ranksWithTiesAgainstTheMatcher() {
    Ranking ranking =
        new Ranking(
            List.of(
                new Answer(3, true),
                new Answer(2, true),
                new Answer(2, false),
                new Answer(1, true)),
            4);
    assertEquals(0.25 + 0.25 * 2 / 3 + 0.25 * 3 / 4, ranking.averagePrecision(), 1e-9);
    assertEquals(0.75, ranking.bestF1(), 1e-9);
    assertEquals(0.25, ranking.recallAtPrecision(0.95), 1e-9);
  }
}
