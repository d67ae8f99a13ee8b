package pairdesk.matching.score;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Jaro and Winkler's likeness of the canonical headlines with their words in order of the alphabet.
 */
record JaroWinklerOfHeadlines() implements Feature {
  private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

  @Override
  public String name() {
    return "jaroWinkler";
  }

  @Override
  public double value(Comparison pair) {
    return SIMILARITY.apply(
        pair.leftSide().profile().sorted(), pair.rightSide().profile().sorted());
  }
}
