package pairdesk.matching.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.junit.jupiter.api.Test;

/** Our kernel against Commons Text's, on random texts of every length up to beyond three words. */
class JaroWinklerTest {
  private static final long SEED = 20_261_123L;
  private static final int ROUNDS = 20_000;
  private static final int LONGEST = 200;
  private static final JaroWinklerSimilarity ORACLE = new JaroWinklerSimilarity();

  private final Random random = new Random(SEED);

  @Test
  void isThatOfCommonsText() {
    for (int round = 0; round < ROUNDS; round++) {
      int letters = 2 + random.nextInt(25);
      String one = text(random.nextInt(LONGEST), letters);
      String other = random.nextBoolean() ? changed(one) : text(random.nextInt(LONGEST), letters);
      assertSame(one, other, round);
      assertSame(other, one, round);
    }
  }

  @Test
  void isThatOfCommonsTextBeyondAscii() {
    for (int round = 0; round < 500; round++) {
      String one = text(random.nextInt(60), 9) + "é中";
      assertSame(one, changed(one), round);
    }
  }

  @Test
  void knowsTheTextbookPairs() {
    assertEquals(0.961, JaroWinkler.of("martha", "marhta"), 0.001);
    assertEquals(0.840, JaroWinkler.of("dwayne", "duane"), 0.001);
    assertEquals(0, JaroWinkler.of("", "abc"));
    assertEquals(1, JaroWinkler.of("", ""));
  }

  private static void assertSame(String one, String other, int round) {
    assertEquals(
        ORACLE.apply(one, other),
        JaroWinkler.of(one, other),
        1e-12,
        () -> "seed " + SEED + ", round " + round + ": " + one + " / " + other);
  }

  /** Some letters exchanged, left out or put in. */
  private String changed(String text) {
    StringBuilder changed = new StringBuilder(text);
    for (int change = random.nextInt(6); change > 0 && changed.length() > 1; change--) {
      int at = random.nextInt(changed.length() - 1);
      switch (random.nextInt(3)) {
        case 0 -> changed.deleteCharAt(at);
        case 1 -> changed.insert(at, 'q');
        default -> {
          char letter = changed.charAt(at);
          changed.setCharAt(at, changed.charAt(at + 1));
          changed.setCharAt(at + 1, letter);
        }
      }
    }
    return changed.toString();
  }

  private String text(int length, int letters) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < length; at++) {
      text.append((char) (at % 7 == 6 ? ' ' : 'a' + random.nextInt(letters)));
    }
    return text.toString();
  }
}
