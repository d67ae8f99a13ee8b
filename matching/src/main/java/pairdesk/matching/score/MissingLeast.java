package pairdesk.matching.score;

/** Share of a headline's weight that the other side never says, of the side with less of it. */
record MissingLeast() implements Feature {

  @Override
  public String name() {
    return "missingLeast";
  }

  @Override
  public double value(Comparison pair) {
    return Math.min(pair.leftWords().missingShare(), pair.rightWords().missingShare());
  }
}
