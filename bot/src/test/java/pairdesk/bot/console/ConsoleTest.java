package pairdesk.bot.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pairdesk.bot.scene.Scene;
import pairdesk.bot.scene.Written;
import pairdesk.engine.operator.OperatorReply;

class ConsoleTest {
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void buttonIdsComeBackAsTheyWent() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int n = 0; n < 200; n++) {
      var id = ButtonId.of("a" + random.nextInt(9), random.nextLong(Long.MAX_VALUE), "h" + n);
      assertEquals(Optional.of(id), ButtonId.parse(id.text()), "seed " + seed);
    }
    var bare = ButtonId.of("live");
    assertEquals(Optional.of(bare), ButtonId.parse(bare.text()));
  }

  @Test
  void buttonIdsThatCouldNotComeBackAreNotMade() {
    assertThrows(IllegalArgumentException.class, () -> ButtonId.of("approve", "a:b"));
    assertThrows(IllegalStateException.class, () -> ButtonId.of("approve", "x".repeat(100)).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "approve",
        "v0:approve:1:hash1",
        "v2:approve:1:hash1",
        "v1:steal:1",
        "v1:approve",
        "v1:approve:1",
        "v1:approve:0:h",
        "v1:approve:-1:h",
        "v1:approve:9999999999999999999:h",
        "v1:approve:1:h:more",
        "other-bot:42"
      })
  void oldAndForeignButtonsChangeNothing(String id) {
    String before = scene.stored();
    String answer = Written.answer(scene.console.button(scene.admin(), id, ""));
    assertTrue(answer.contains("out of date"), answer);
    assertEquals(before, scene.stored());
  }

  @ParameterizedTest
  @CsvSource({
    "list_pairs, state, everything",
    "executions, limit, 0",
    "executions, limit, 101",
    "executions, limit, many",
    "executions, limit, 99999999999999999999",
    "find_matches, similarity, -1",
  })
  void saysWhatAnOptionWants(String command, String option, String value) {
    String answer = Written.answer(scene.run(scene.operator(), command, option, value));
    assertTrue(answer.contains("`" + option + "` wants"), answer);
  }

  @Test
  void saysThatATextIsTooLongAndThatAnOptionIsMissing() {
    String longer = Written.answer(scene.run(scene.operator(), "halt", "reason", "x".repeat(201)));
    assertTrue(longer.contains("at most 200 characters"), longer);
    String missing = Written.answer(scene.run(scene.operator(), "pause_pair"));
    assertTrue(missing.contains("`pair` is missing"), missing);
  }

  @Test
  @Tag("fault:K21")
  void aFailureBecomesAnAnswerWithAReference() {
    scene.desk.engine =
        request -> {
          throw new IllegalStateException("secret detail");
        };
    String answer = Written.answer(scene.run(scene.operator(), "halt"));
    assertTrue(answer.contains("Reference `"), answer);
    assertTrue(!answer.contains("secret detail"), answer);
  }

  @Test
  void answersWithoutADatabase() {
    scene.database.close();
    String status = Written.answer(scene.run(scene.viewer(), "status"));
    assertTrue(status.contains("# Status"), status);
    String refused = Written.answer(scene.run(scene.stranger(), "halt"));
    assertTrue(refused.contains("Reference `"), refused);
    assertEquals(List.of(), scene.console.suggest(scene.operator(), "pause_pair", "pair", ""));
    scene.console.reaction(scene.operator(), "m1", "✅");
    assertEquals(List.of(), scene.desk.asked);
  }

  @Test
  @Tag("fault:Q3")
  void aButtonIsAcknowledgedByWhoSeesWhatComesOfIt() {
    assertEquals(
        Answer.Audience.IN_PLACE, scene.console.audience(scene.operator(), "v1:approve:1:hash1"));
    assertEquals(
        Answer.Audience.CALLER, scene.console.audience(scene.viewer(), "v1:details:1:hash1"));
    assertEquals(
        Answer.Audience.IN_PLACE, scene.console.audience(scene.admin(), "v1:unwind:e1:100"));
    assertEquals(
        Answer.Audience.CALLER, scene.console.audience(scene.operator(), "v1:unwind:e1:100"));
    assertEquals(Answer.Audience.CALLER, scene.console.audience(scene.admin(), "v0:old"));
  }

  @Test
  @Tag("fault:Q2")
  void theSameEventCountsOnce() {
    var operator = scene.operator();
    scene.desk.engine = request -> new OperatorReply.Done("ok");
    scene.run(operator, "halt", "reason", "first");
    scene.run(operator, "halt", "reason", "second");
    assertEquals("first", scene.rows.controls().read().haltReason());
    assertEquals(1, scene.rows.audit().newest(10).size());
  }
}
