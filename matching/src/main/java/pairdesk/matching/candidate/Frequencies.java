package pairdesk.matching.candidate;

import java.util.HashMap;
import java.util.Map;

/**
 * How common a word or trigram is over both catalogues. Owned by one matcher and its thread.
 *
 * <p>A weight lies between 0 (in every listing) and 1 (in none): {@code 1 − ln(1 + n) / ln(2 + N)},
 * the usual inverse document frequency scaled so that it does not depend on the catalogue's size.
 */
public final class Frequencies {
  private final Map<String, Integer> words = new HashMap<>();
  private final Map<Integer, Integer> grams = new HashMap<>();
  private int listings;

  public void add(Profile profile) {
    count(profile, 1);
  }

  public void remove(Profile profile) {
    count(profile, -1);
  }

  private void count(Profile profile, int sign) {
    listings += sign;
    profile.words().forEach(word -> words.merge(word, sign, Frequencies::sumOrNone));
    for (int gram : profile.grams()) {
      grams.merge(gram, sign, Frequencies::sumOrNone);
    }
  }

  @SuppressWarnings("NullAway") // Map.merge takes a null result as "remove the entry".
  private static Integer sumOrNone(Integer a, Integer b) {
    return a + b == 0 ? null : Integer.valueOf(a + b);
  }

  public int listings() {
    return listings;
  }

  public double weight(String word) {
    return weightOf(words.getOrDefault(word, 0));
  }

  public double weight(int gram) {
    return weightOf(grams.getOrDefault(gram, 0));
  }

  private double weightOf(int count) {
    return Math.max(0, 1 - Math.log1p(count) / Math.log(2.0 + listings));
  }
}
