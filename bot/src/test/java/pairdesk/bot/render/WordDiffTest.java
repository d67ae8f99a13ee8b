package pairdesk.bot.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pairdesk.bot.text.Language;
import pairdesk.bot.text.Texts;

class WordDiffTest {
  private static final Texts ENGLISH = Texts.in(Language.ENGLISH);
  private static final String LONG =
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen";

  @ParameterizedTest
  @CsvSource({
    "a b c, a b c, ''",
    "a  b c, a b  c, ''",
    "pays if above 5, pays if above 6, pays if above ~~5~~ **6**",
    "pays if above, pays only if above, pays **only** if above",
    "pays in full, pays, pays ~~in full~~",
    "'', it rains, **it rains**",
    "pays *5*, pays `6`, pays ~~\\*5\\*~~ **\\`6\\`**",
  })
  void marksWhatIsGoneAndWhatIsNew(String before, String after, String shown) {
    assertEquals(shown, WordDiff.of(before, after, 500, ENGLISH));
  }

  @Test
  void showsTheWordsAroundAndEachPlaceOnce() {
    String after = LONG.replace("two", "2").replace("fourteen", "14");
    assertEquals(
        "one ~~two~~ **2** three four five six seven …\n"
            + "… nine ten eleven twelve thirteen ~~fourteen~~ **14** fifteen",
        WordDiff.of(LONG, after, 500, ENGLISH));
  }

  @Test
  void bothTextsCanBeReadOutOfIt() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int n = 0; n < 200; n++) {
      String before = words(random);
      String after = words(random);
      String diff = WordDiff.of(before, after, 10_000, ENGLISH);
      boolean same = before.equals(after);
      assertEquals(same, diff.isEmpty(), "seed " + seed);
      assertTrue(same || diff.contains("**") || diff.contains("~~"), "seed " + seed);
    }
  }

  private static String words(Random random) {
    return random
        .ints(random.nextInt(8), 0, 3)
        .mapToObj(n -> "w" + n)
        .collect(Collectors.joining(" "));
  }

  @Test
  void longTextsStayShort() {
    String before = String.join(" ", List.of(LONG, LONG, LONG, LONG));
    assertTrue(WordDiff.of(before, before.replace("e", "x"), 300, ENGLISH).length() <= 300);
  }
}
