package pairdesk.matching.score;

/** Both name figures, and none of them agree. */
record RangeConflict() implements Feature {

  @Override
  public String name() {
    return "rangeConflict";
  }

  @Override
  public double value(Comparison pair) {
    return pair.onRanges() == Comparison.Agreement.CONFLICT ? 1 : 0;
  }
}
