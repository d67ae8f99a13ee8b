package pairdesk.matching.score;

/** Only one side names a figure. */
record RangeOneSided() implements Feature {

  @Override
  public String name() {
    return "rangeOneSided";
  }

  @Override
  public double value(Comparison pair) {
    return pair.onRanges() == Comparison.Agreement.ONE_SIDED ? 1 : 0;
  }
}
