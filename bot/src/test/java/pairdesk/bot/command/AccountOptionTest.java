package pairdesk.bot.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pairdesk.bot.console.Answer;
import pairdesk.bot.scene.Scene;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;

/** Which account is shown, by the mode and by what is asked for. */
class AccountOptionTest {
  @SuppressWarnings("NullAway.Init")
  private static Scene scene;

  @BeforeAll
  static void open() {
    scene = new Scene();
  }

  @AfterAll
  static void close() {
    scene.close();
  }

  private static Answer.Reply shown(Mode mode, String command, String... options) {
    scene.desk.controls(new Controls(mode, false, ""));
    return (Answer.Reply) scene.run(scene.operator(), command, options);
  }

  private static String account(Mode mode, String command, String... options) {
    return shown(mode, command, options).card().title().split(" · ")[0];
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"list_pairs", "positions", "pnl", "executions", "orders", "export kind fills"})
  void isTheOneThatTradesUnlessTheOtherIsAskedFor(String typed) {
    String[] words = typed.split(" ");
    List<String> options = List.of(words).subList(1, words.length);
    var told = new ArrayList<String>();
    for (Mode mode : List.of(Mode.MONITOR, Mode.PAPER, Mode.LIVE)) {
      for (List<String> more :
          List.of(List.<String>of(), List.of("account", "real"), List.of("account", "paper"))) {
        String[] all = Stream.concat(options.stream(), more.stream()).toArray(String[]::new);
        told.add(account(mode, words[0], all));
      }
    }
    assertEquals(
        List.of("REAL", "REAL", "PAPER", "PAPER", "REAL", "PAPER", "REAL", "REAL", "PAPER"), told);
  }

  @Test
  void aFileOfThePaperAccountSaysSoInItsName() {
    assertEquals(
        "pairdesk-fills-paper.csv",
        shown(Mode.PAPER, "export", "kind", "fills").files().getFirst().fileName());
  }

  @Test
  void whatBelongsToNoAccountIsExportedInEveryMode() {
    Answer.Reply pairs = shown(Mode.PAPER, "export", "kind", "pairs");
    assertEquals("pairdesk-pairs.csv", pairs.files().getFirst().fileName());
    String refused = shown(Mode.PAPER, "export", "kind", "pairs", "account", "paper").card().text();
    assertTrue(refused.contains("belongs to no account"), refused);
  }
}
