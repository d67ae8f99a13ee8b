package pairdesk.matching.score;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** Whether two single words are one word spelt in two ways: Won-o and Won-oh, Sliwa and Silwa. */
public final class Spelling {
  private static final LevenshteinDistance ONE = new LevenshteinDistance(1);
  private static final LevenshteinDistance TWO = new LevenshteinDistance(2);
  private static final int SHORT = 4;
  private static final int LONG = 7;
  private static final double ALIKE = 0.94;

  private Spelling() {}

  /** Of two words in lower case. */
  public static boolean alike(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    if (shorter < SHORT || a.charAt(0) != b.charAt(0) || hasDigit(a) || hasDigit(b)) {
      return false;
    }
    if (a.startsWith(b) || b.startsWith(a)) {
      return Math.abs(a.length() - b.length()) <= 4;
    }
    LevenshteinDistance distance = shorter >= LONG ? TWO : ONE;
    return distance.apply(a, b) >= 0 || isSwap(a, b) || JaroWinkler.of(a, b) >= ALIKE;
  }

  /** Two neighbouring letters in the other order. */
  private static boolean isSwap(String a, String b) {
    if (a.length() != b.length()) {
      return false;
    }
    int first = 0;
    while (first < a.length() && a.charAt(first) == b.charAt(first)) {
      first++;
    }
    return first + 1 < a.length()
        && a.charAt(first) == b.charAt(first + 1)
        && a.charAt(first + 1) == b.charAt(first)
        && a.substring(first + 2).equals(b.substring(first + 2));
  }

  private static boolean hasDigit(String word) {
    for (int at = 0; at < word.length(); at++) {
      if (Character.isDigit(word.charAt(at))) {
        return true;
      }
    }
    return false;
  }
}
