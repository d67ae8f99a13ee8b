package pairdesk.matching.score;

/** Share of the left headline's weight that the right never says. */
record MissingOnRight() implements Feature {

  @Override
  public String name() {
    return "missingOnRight";
  }

  @Override
  public double value(Comparison pair) {
    return pair.leftWords().missingShare();
  }
}
