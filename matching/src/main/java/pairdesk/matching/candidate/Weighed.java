package pairdesk.matching.candidate;

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
        new Vector(profile.words(), frequencies::word),
        new Vector(profile.grams(), frequencies::gram));
  }

  public Profile profile() {
    return profile;
  }

  /** The rarity of a word of the headline, 0 to 1; 0 for other words. */
  public double weight(long word) {
    int at = profile.words().find(word);
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
