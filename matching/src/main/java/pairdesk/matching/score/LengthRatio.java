package pairdesk.matching.score;

/** The shorter canonical headline's length over the longer's. */
record LengthRatio() implements Feature {

  @Override
  public String name() {
    return "lengthRatio";
  }

  @Override
  public double value(Comparison pair) {
    double left = pair.leftSide().profile().length();
    double right = pair.rightSide().profile().length();
    return Math.min(left, right) / Math.max(left, right);
  }
}
