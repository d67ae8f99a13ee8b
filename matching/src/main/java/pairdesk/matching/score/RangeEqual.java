package pairdesk.matching.score;

/** The same values say YES on both sides. */
record RangeEqual() implements Feature {

  @Override
  public String name() {
    return "rangeEqual";
  }

  @Override
  public double value(Comparison pair) {
    return pair.onRanges() == Comparison.Agreement.EQUAL ? 1 : 0;
  }
}
