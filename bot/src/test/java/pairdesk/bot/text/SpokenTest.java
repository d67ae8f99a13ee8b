package pairdesk.bot.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sources of the console know keys and no words; every text is said somewhere. */
class SpokenTest {
  private static final List<String> SPEAKING =
      List.of("access", "command", "console", "discord", "notify", "render", "review");

  /** Two words, or one with a capital. */
  private static final Pattern WORDS =
      Pattern.compile("\\p{L}{2,} \\p{L}{2,}|(?<![\\p{L}`/])\\p{Lu}\\p{Ll}{2,}");

  private static final Set<String> NAMES = Set.of("Kalshi", "Polymarket", "Pairdesk");

  /** What stands in the audit, in English whoever reads it. */
  private static final Set<String> RECORDED =
      Set.of(
          "typed the word",
          "no reason given",
          "limits",
          "trades may be up to ",
          " now",
          "second approver",
          "suggestions of /",
          "suggestions of /%s, %d more since %s",
          " on message ");

  private static List<Literals.Literal> literals = List.of();
  private static Set<String> keys = Set.of();

  @BeforeAll
  static void read() throws IOException {
    literals = Literals.of(SPEAKING);
    keys = new TreeSet<>(TextsTest.file(Language.ENGLISH).stringPropertyNames());
  }

  @Test
  void noWordsStandInTheCode() {
    assertTrue(literals.size() > 500, "the sources were not read");
    assertEquals(
        List.of(),
        literals.stream()
            .filter(literal -> !literal.isForProgrammers() && !literal.isDescription())
            .filter(literal -> !RECORDED.contains(literal.text()))
            .filter(literal -> hasWords(literal.text()))
            .toList());
  }

  /** What is typed, after a slash, is the same in every language. */
  private static boolean hasWords(String text) {
    return !text.startsWith("/")
        && WORDS.matcher(text).results().anyMatch(found -> !NAMES.contains(found.group()));
  }

  @Test
  void wordsInTheCodeWouldBeFound() {
    assertTrue(hasWords("not done"));
    assertTrue(hasWords(" · Fees"));
    assertFalse(hasWords("`/status`"));
    assertFalse(hasWords("/notify kind:alarms call_me:true"));
    assertFalse(hasWords("Kalshi: "));
    assertFalse(hasWords("pair.state"));
  }

  @Test
  void everyTextIsSaidSomewhere() {
    Set<String> said = literals.stream().map(Literals.Literal::text).collect(Collectors.toSet());
    assertEquals(
        Set.of(),
        keys.stream()
            .filter(key -> !said.contains(key))
            .filter(key -> !said.contains(key.replaceFirst("\\.(one|other)$", "")))
            .filter(key -> !said.contains(family(key)) && !said.contains(family(key) + "."))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** {@code pair.state} of {@code pair.state.PAUSED}. */
  private static String family(String key) {
    return key.substring(0, key.lastIndexOf('.'));
  }

  @Test
  void whatIsSaidIsATextWithAsManyPlaces() throws IOException {
    var english = TextsTest.file(Language.ENGLISH);
    var wrong = new TreeSet<String>();
    for (Literals.Said said : Literals.said(SPEAKING)) {
      String key = said.isCount() ? said.key() + ".other" : said.key();
      String text = english.getProperty(key);
      if (text == null || places(text) != said.parts() + (said.isCount() ? 1 : 0)) {
        wrong.add(said + ": " + text);
      }
    }
    assertEquals(Set.of(), wrong);
  }

  private static long places(String text) {
    return Pattern.compile("\\{\\d}")
        .matcher(text)
        .results()
        .map(m -> m.group())
        .distinct()
        .count();
  }
}
