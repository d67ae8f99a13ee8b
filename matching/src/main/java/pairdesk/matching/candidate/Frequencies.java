package pairdesk.matching.candidate;

import java.util.Arrays;
import pairdesk.matching.text.KeySet;

/**
 * How common a word, a fact or a trigram is over both catalogues. Changed by one thread; may be
 * read by several while nobody changes it.
 *
 * <p>A weight lies between 0 (in every listing) and 1 (in none): {@code 1 − ln(1 + n) / ln(2 + N)},
 * the usual inverse document frequency scaled so that it does not depend on the catalogue's size.
 */
public final class Frequencies {
  private final Counts words = new Counts();
  private final Counts grams = new Counts();
  private int listings;
  private long version;

  private static final class Counts {
    private final KeyTable table = new KeyTable();
    private int[] counts = new int[64];

    void add(KeySet keys, int sign) {
      for (int at = 0; at < keys.size(); at++) {
        int slot = table.findOrAdd(keys.at(at));
        if (slot == counts.length) {
          counts = Arrays.copyOf(counts, 2 * slot);
        }
        counts[slot] += sign;
      }
    }

    int of(long key) {
      int slot = table.find(key);
      return slot < 0 ? 0 : counts[slot];
    }
  }

  public void add(Profile profile) {
    count(profile, 1);
  }

  public void remove(Profile profile) {
    count(profile, -1);
  }

  private void count(Profile profile, int sign) {
    listings += sign;
    version++;
    words.add(profile.words(), sign);
    words.add(profile.facts(), sign);
    grams.add(profile.grams(), sign);
  }

  public int listings() {
    return listings;
  }

  /** Changes whenever a weight may have changed. */
  public long version() {
    return version;
  }

  /** Of a word or a fact. */
  double word(long key) {
    return weightOf(words.of(key));
  }

  double gram(long key) {
    return weightOf(grams.of(key));
  }

  private double weightOf(int count) {
    return Math.max(0, 1 - Math.log1p(count) / Math.log(2.0 + listings));
  }
}
