package pairdesk.matching.score;

/** Share of the right headline's weight that the left never says. */
record MissingOnLeft() implements Feature {

  @Override
  public String name() {
    return "missingOnLeft";
  }

  @Override
  public double value(Comparison pair) {
    return pair.rightWords().missingShare();
  }
}
