package pairdesk.matching.score;

/** One asks that it happens, the other that it does not. */
record NegationDiffers() implements Feature {

  @Override
  public String name() {
    return "negationDiffers";
  }

  @Override
  public double value(Comparison pair) {
    return pair.left().shape().negated() == pair.right().shape().negated() ? 0 : 1;
  }
}
