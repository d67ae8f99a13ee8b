package pairdesk.matching.score;

/** The shorter canonical headline's length over the longer's. */
record LengthRatio() implements Feature {

  @Override
  public String name() {
    return "lengthRatio";
  }

  @Override
  public double value(Comparison pair) {
    double left = pair.leftProfile().canonical().length();
    double right = pair.rightProfile().canonical().length();
    return Math.min(left, right) / Math.max(left, right);
  }
}
