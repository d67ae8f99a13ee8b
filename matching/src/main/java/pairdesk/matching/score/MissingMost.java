package pairdesk.matching.score;

/** Share of a headline's weight that the other side never says, of the side with more of it. */
record MissingMost() implements Feature {

  @Override
  public String name() {
    return "missingMost";
  }

  @Override
  public double value(Comparison pair) {
    return Math.max(pair.leftWords().missingShare(), pair.rightWords().missingShare());
  }
}
