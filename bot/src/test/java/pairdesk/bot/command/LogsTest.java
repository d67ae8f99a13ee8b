package pairdesk.bot.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pairdesk.bot.console.LogLine;
import pairdesk.bot.scene.Fits;
import pairdesk.bot.scene.Golden;
import pairdesk.bot.scene.Scene;
import pairdesk.bot.scene.Written;
import pairdesk.bot.text.Language;

/** The newest lines of the log, as an admin sees them. */
class LogsTest {
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  private static LogLine line(int second, LogLine.Level level, String words) {
    return new LogLine(
        Scene.NOW.plusSeconds(second), level, words, second + " " + level + " Somewhere " + words);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theNewestStandFirstAndTheFileHasThemWhole(Language language) {
    scene.desk.logs =
        List.of(
            line(1, LogLine.Level.INFO, "Discord is connected"),
            line(
                2,
                LogLine.Level.WARN,
                "reconnecting venue=\"kalshi\" after=\"a rather long pause\""),
            line(3, LogLine.Level.ERROR, "the database is away"));
    Golden.check("logs-" + language.tag(), scene.run(scene.reads(language, scene.admin()), "logs"));
    var last = scene.rows.audit().newest(1).getFirst();
    assertEquals("logs: INFO, 3 lines", last.action() + ": " + last.detail());
  }

  @Test
  void lessIsShownWhereLessIsAskedFor() {
    scene.desk.logs =
        List.of(line(1, LogLine.Level.WARN, "older"), line(2, LogLine.Level.WARN, "newer"));
    String one = Written.answer(scene.run(scene.admin(), "logs", "limit", "1"));
    assertTrue(one.contains("newer") && !one.contains("older"), one);
    String none = Written.answer(scene.run(scene.admin(), "logs", "level", "error"));
    assertTrue(none.contains("Nothing of the kind was written"), none);
    String wrong = Written.answer(scene.run(scene.admin(), "logs", "limit", "51"));
    assertTrue(wrong.contains("from 1 to 50"), wrong);
  }

  @Test
  @Tag("fault:Q11")
  void linesOfPeopleWhoWishUsIllFit() {
    scene.desk.logs =
        IntStream.range(0, 50)
            .mapToObj(n -> line(n, LogLine.Level.ERROR, AbsurdDataTest.NASTY.repeat(40)))
            .toList();
    for (Language language : Language.values()) {
      Fits.discord(scene.run(scene.reads(language, scene.admin()), "logs", "limit", "50"));
    }
  }
}
