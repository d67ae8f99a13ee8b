package pairdesk.bot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pairdesk.bot.sentence.TinyModel;
import pairdesk.matching.score.Weights;

/** A model of sentences from the fit to the match. */
class SentenceFeatureTest {
  private static final List<String> DEEDS =
      List.of("resign", "retire", "marry", "sue", "run", "sing", "fly", "move", "testify", "pay");

  @TempDir private Path folder;

  private final StringWriter err = new StringWriter();
  private String pairs = "";
  private String out = "";
  private String[] model = {};

  @BeforeEach
  void files() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String deed : DEEDS) {
      lines.append(line(deed, "alone", "equivalent")).append(line(deed, "twice", "different"));
    }
    pairs = Files.writeString(folder.resolve("pairs.jsonl"), lines).toString();
    out = folder.resolve("fit").toString();
    Path vocabulary =
        Files.write(
            folder.resolve("vocab.txt"),
            List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "alone", "twice"));
    float[][] table = {{0, 0}, {0, 0}, {0, 0}, {0, 0}, {3, 0}, {0, 3}};
    Path tiny = TinyModel.write(folder.resolve("tiny.onnx"), "input_ids", table);
    model =
        new String[] {"--sentence-model", tiny.toString(), "--vocabulary", vocabulary.toString()};
  }

  private static String line(String deed, String how, String relation) {
    return """
    {"relation":"%s","topic":"%s","kalshi":{"key":"K %2$s %3$s","title":"Will Ann Lee %2$s alone?"},\
    "poly":{"key":"P %2$s %3$s","question":"Will Ann Lee %2$s %3$s?"}}
    """
        .formatted(relation, deed, how);
  }

  private int run(String[] more, String... arguments) {
    String[] all =
        Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
    return Main.commandLine().setErr(new PrintWriter(err)).execute(all);
  }

  private Weights fitted() throws IOException {
    return Weights.read(Path.of(out, "weights.json"));
  }

  @Test
  void entersOnlyWithAModel() throws IOException {
    assertEquals(0, run(new String[] {}, "fit", "--pairs", pairs, "--out", out), err::toString);
    assertFalse(fitted().needSentences());
    assertEquals(0, run(model, "fit", "--pairs", pairs, "--out", out), err::toString);
    assertTrue(fitted().needSentences());
    assertTrue(fitted().values().getOrDefault("sentenceCosine", 0.0) > 0, fitted()::toString);
  }

  @Test
  void weightsThatNeedTheModelAreRefusedWithoutIt() throws IOException {
    assertEquals(0, run(model, "fit", "--pairs", pairs, "--out", out), err::toString);
    String weights = Path.of(out, "weights.json").toString();
    String scores = folder.resolve("scores.jsonl").toString();
    String[] match = {"match", "--pairs", pairs, "--weights", weights, "--out", scores};
    assertEquals(2, run(new String[] {}, match));
    assertTrue(
        err.toString().contains("These weights need --sentence-model and --vocabulary."),
        err::toString);
    assertEquals(0, run(model, match), err::toString);
    assertEquals(2 * DEEDS.size(), Files.readAllLines(Path.of(scores)).size());
  }

  @Test
  void aModelAloneIsHalfOfOne() {
    String[] half = {model[0], model[1]};
    assertEquals(2, run(half, "fit", "--pairs", pairs, "--out", out));
    assertTrue(err.toString().contains("give both, or neither"), err::toString);
  }
}
