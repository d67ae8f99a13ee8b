package pairdesk.matching.score;

/** The rarest word that only one side says. */
record WorstMissing() implements Feature {

  @Override
  public String name() {
    return "worstMissing";
  }

  @Override
  public double value(Comparison pair) {
    return Math.max(pair.leftWords().worstMissing(), pair.rightWords().worstMissing());
  }
}
