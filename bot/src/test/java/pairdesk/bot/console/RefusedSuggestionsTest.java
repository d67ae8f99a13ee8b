package pairdesk.bot.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pairdesk.bot.console.RefusedSuggestions.Row;
import pairdesk.engine.operator.Actor;

/** One row for the first key press, one for all that follow it, however many there are. */
class RefusedSuggestionsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Duration WINDOW = RefusedSuggestions.WINDOW;
  private static final Actor SAM = new Actor("discord:sam", "sam");
  private static final Actor VERA = new Actor("discord:vera", "vera");

  private final RefusedSuggestions refused = new RefusedSuggestions();

  private static Row first(Actor actor, String command, Instant at) {
    return new Row(actor, "suggestions of /" + command, at);
  }

  private static Row more(Actor actor, String command, int times, Instant since, Instant at) {
    return new Row(
        actor, "suggestions of /%s, %d more since %s".formatted(command, times, since), at);
  }

  @Test
  void theFirstIsARowAndThoseAfterItAreCountedUntilTheWindowEnds() {
    assertEquals(List.of(first(SAM, "halt", NOW)), refused.refused(SAM, "halt", NOW));
    for (int key = 1; key <= 12; key++) {
      assertEquals(List.of(), refused.refused(SAM, "halt", NOW.plusSeconds(key)));
    }
    assertEquals(List.of(), refused.ended(NOW.plus(WINDOW).minusMillis(1)));
    Instant end = NOW.plus(WINDOW);
    assertEquals(List.of(more(SAM, "halt", 12, NOW, end)), refused.ended(end));
    assertEquals(List.of(), refused.ended(end), "once");
  }

  @Test
  void whoGoesOnGetsTheCountAndANewWindow() {
    refused.refused(SAM, "halt", NOW);
    refused.refused(SAM, "halt", NOW.plusSeconds(1));
    Instant later = NOW.plus(WINDOW).plusSeconds(30);
    assertEquals(
        List.of(more(SAM, "halt", 1, NOW, later), first(SAM, "halt", later)),
        refused.refused(SAM, "halt", later));
  }

  @Test
  void aSingleOneIsNotCountedTwice() {
    refused.refused(SAM, "halt", NOW);
    assertEquals(List.of(), refused.ended(NOW.plus(WINDOW)));
    assertEquals(List.of(), refused.rest(NOW.plus(WINDOW)));
  }

  @Test
  void peopleAndCommandsAreCountedApart() {
    refused.refused(SAM, "halt", NOW);
    assertEquals(List.of(first(SAM, "resume", NOW)), refused.refused(SAM, "resume", NOW));
    assertEquals(List.of(first(VERA, "halt", NOW)), refused.refused(VERA, "halt", NOW));
  }

  @Test
  void theRestIsWrittenWhenTheDeskStops() {
    refused.refused(SAM, "halt", NOW);
    refused.refused(SAM, "halt", NOW);
    refused.refused(VERA, "pair", NOW);
    assertEquals(
        List.of(more(SAM, "halt", 1, NOW, NOW.plusSeconds(5))), refused.rest(NOW.plusSeconds(5)));
    assertEquals(List.of(), refused.rest(NOW.plusSeconds(5)));
  }

  @Test
  void aCrowdSharesARow() {
    for (int n = 0; n < RefusedSuggestions.MOST; n++) {
      refused.refused(new Actor("discord:" + n, "n" + n), "halt", NOW);
    }
    var others = new Actor("discord:others", "others");
    assertEquals(List.of(first(others, "halt", NOW)), refused.refused(SAM, "halt", NOW));
    assertEquals(List.of(), refused.refused(VERA, "halt", NOW));
    assertEquals(List.of(), refused.refused(new Actor("discord:7", "n7"), "halt", NOW));
    assertEquals(
        List.of(
            more(new Actor("discord:7", "n7"), "halt", 1, NOW, NOW),
            more(others, "halt", 1, NOW, NOW)),
        refused.rest(NOW));
  }

  /** Whatever people type: every refusal is in a row, and rows are few. */
  @Test
  void nothingIsLostAndNothingIsARowForEachKey() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    var rows = new ArrayList<Row>();
    Instant now = NOW;
    int keys = 5_000;
    for (int key = 0; key < keys; key++) {
      now = now.plusMillis(random.nextInt(2_000));
      var who = random.nextBoolean() ? SAM : VERA;
      rows.addAll(refused.refused(who, random.nextBoolean() ? "halt" : "pair", now));
    }
    rows.addAll(refused.rest(now));
    long written =
        rows.stream()
            .map(row -> row.detail().split(" "))
            .mapToLong(words -> words.length == 3 ? 1 : Long.parseLong(words[3]))
            .sum();
    assertEquals(keys, written, "seed " + seed);
    long windows = Duration.between(NOW, now).dividedBy(WINDOW) + 1;
    assertEquals(true, rows.size() <= 2 * 4 * windows, () -> rows.size() + " rows, seed " + seed);
  }
}
