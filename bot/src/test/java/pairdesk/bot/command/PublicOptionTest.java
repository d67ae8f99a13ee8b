package pairdesk.bot.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pairdesk.bot.access.Caller;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Console;
import pairdesk.bot.scene.Scene;
import pairdesk.bot.scene.Written;
import pairdesk.bot.text.Language;

/** What is read is for the caller alone, or for everybody where they say so. */
class PublicOptionTest {
  private static final Map<String, String> PUBLIC = Map.of("public", "true");

  @SuppressWarnings("NullAway.Init")
  private static Scene scene;

  /** The channel speaks German. */
  @BeforeAll
  static void german() {
    scene = new Scene();
    scene.desk.language = Language.GERMAN;
  }

  @AfterAll
  static void close() {
    scene.close();
  }

  private static Caller chinese() {
    return scene.reads(Language.CHINESE, scene.viewer());
  }

  private static Answer.Reply run(String command, String... options) {
    return (Answer.Reply) scene.run(chinese(), command, options);
  }

  @Test
  void onlyReadsForTheCallerAloneMayBePublic() {
    Set<String> names =
        scene.console.specs().stream()
            .filter(spec -> spec.options().contains(PublicOption.option()))
            .map(CommandSpec::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        new TreeSet<>(
            List.of("executions", "list_pairs", "opportunities", "pnl", "positions", "status")),
        names);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"executions", "list_pairs", "opportunities", "pnl", "positions", "status"})
  void whatIsPublicIsForTheChannelInItsLanguage(String command) {
    Console console = scene.console;
    assertEquals(
        Console.Acknowledgement.DEFER_FOR_CHANNEL,
        console.acknowledgement(chinese(), command, PUBLIC));
    assertEquals(
        Console.Acknowledgement.DEFER_FOR_CALLER,
        console.acknowledgement(chinese(), command, Map.of("public", "false")));
    Answer.Reply everybody = run(command, "public", "true");
    Answer.Reply alone = run(command);
    scene.desk.language = Language.CHINESE;
    Answer.Reply chinese = run(command, "public", "true");
    scene.desk.language = Language.GERMAN;
    assertEquals(Answer.Audience.CHANNEL, everybody.audience());
    assertEquals(Answer.Audience.CALLER, alone.audience());
    assertEquals(alone.card().title(), chinese.card().title());
    assertTrue(
        Written.answer(everybody).codePoints().noneMatch(Character::isIdeographic),
        Written.answer(everybody));
    assertTrue(
        Written.answer(alone).codePoints().anyMatch(Character::isIdeographic),
        Written.answer(alone));
  }

  @Test
  void whatMayNotBePublicIsForTheCallerWhateverIsTyped() {
    assertEquals(
        Console.Acknowledgement.DEFER_FOR_CALLER,
        scene.console.acknowledgement(scene.admin(), "audit", PUBLIC));
  }

  @Test
  void aPublicListIsTurnedInTheLanguageOfTheChannel() {
    Answer turned = scene.console.button(chinese(), "v1:executions:public=true:1", "");
    assertTrue(((Answer.Reply) turned).card().title().endsWith("Ausführungen · die neuesten 0"));
  }
}
