package pairdesk.matching.score;

/**
 * Jaro and Winkler's likeness of the canonical headlines with their words in order of the alphabet.
 */
record JaroWinklerOfHeadlines() implements Feature {
  @Override
  public String name() {
    return "jaroWinkler";
  }

  @Override
  public double value(Comparison pair) {
    return JaroWinkler.of(pair.leftSide().profile().sorted(), pair.rightSide().profile().sorted());
  }
}
