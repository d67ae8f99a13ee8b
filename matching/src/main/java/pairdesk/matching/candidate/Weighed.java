package pairdesk.matching.candidate;

import java.util.Arrays;
import java.util.function.LongToDoubleFunction;

/**
 * A profile with the rarity of its words and trigrams at one moment of the catalogues. Immutable.
 */
public final class Weighed {
  private final Profile profile;
  private final Vector words;
  private final Vector grams;

  private Weighed(Profile profile, Vector words, Vector grams) {
    this.profile = profile;
    this.words = words;
    this.grams = grams;
  }

  public static Weighed of(Profile profile, Frequencies frequencies) {
    return new Weighed(
        profile,
        vector(profile.wordKeys(), frequencies::word),
        vector(profile.gramKeys(), frequencies::gram));
  }

  private static Vector vector(long[] keys, LongToDoubleFunction weight) {
    double[] weights = new double[keys.length];
    for (int at = 0; at < keys.length; at++) {
      weights[at] = weight.applyAsDouble(keys[at]);
    }
    return new Vector(keys, weights);
  }

  public Profile profile() {
    return profile;
  }

  /** The rarity of a word of the headline, 0 to 1; 0 for other words. */
  public double weight(String word) {
    int at = Arrays.binarySearch(profile.wordKeys(), Keys.of(word));
    return at < 0 ? 0 : words.weight(at);
  }

  Vector words() {
    return words;
  }

  Vector grams() {
    return grams;
  }

  /** Cosine of both headlines' word vectors, rare words weighing more; 0 to 1. */
  public double wordCosine(Weighed other) {
    return words.cosine(other.words);
  }

  /** Cosine of both canonical headlines' trigram vectors; 0 to 1. */
  public double gramCosine(Weighed other) {
    return grams.cosine(other.grams);
  }
}
