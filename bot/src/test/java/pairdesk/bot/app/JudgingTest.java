package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pairdesk.matching.score.Weights;
import pairdesk.venues.net.Chance;

class JudgingTest {
  @TempDir private Path folder;

  private static Judging open(Optional<Path> weights) {
    return Judging.open(
        new Settings.Matching(weights, Optional.empty(), Optional.empty()),
        new Chance(InstantSource.system(), new Random(1)));
  }

  @Test
  void withNothingConfiguredTheShippedWeightsJudge() {
    try (Judging judging = open(Optional.empty())) {
      assertTrue(judging.matcher().proposals(0).isEmpty());
    }
  }

  @Test
  void weightsThatNeedAModelOfSentencesAreNotUsedWithoutIt() throws IOException {
    Weights shipped = Weights.load();
    Map<String, Double> values = new HashMap<>(shipped.values());
    values.put("sentenceCosine", 1.5);
    Path file = folder.resolve("weights.json");
    new Weights("test", shipped.bias(), values).write(file);
    var refused = assertThrows(IllegalArgumentException.class, () -> open(Optional.of(file)));
    assertEquals(
        "these weights were fitted with a model of sentences, and none is configured",
        refused.getMessage());
  }

  @Test
  void aFileThatHoldsNoWeightsIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("weights.json"), "{}");
    var refused = assertThrows(UncheckedIOException.class, () -> open(Optional.of(file)));
    assertEquals("MATCHER_WEIGHTS: " + file + ": no bias", refused.getMessage());
  }
}
