package pairdesk.matching.score;

/** Each side has a rare word that the other lacks: usually two different subjects. */
record BothMissing() implements Feature {

  @Override
  public String name() {
    return "bothMissing";
  }

  @Override
  public double value(Comparison pair) {
    return Math.min(pair.leftWords().worstMissing(), pair.rightWords().worstMissing());
  }
}
