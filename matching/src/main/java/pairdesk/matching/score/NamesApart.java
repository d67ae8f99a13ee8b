package pairdesk.matching.score;

/** Each side names somebody or something of whom the other never speaks, rules included. */
record NamesApart() implements Feature {

  @Override
  public String name() {
    return "namesApart";
  }

  @Override
  public double value(Comparison pair) {
    return Math.min(pair.leftWords().worstMissingName(), pair.rightWords().worstMissingName());
  }
}
