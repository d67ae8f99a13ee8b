package pairdesk.matching.score;

/** How much of both rule texts' vocabulary is common. */
record SupportShared() implements Feature {

  @Override
  public String name() {
    return "supportShared";
  }

  @Override
  public double value(Comparison pair) {
    return pair.leftSide().profile().supportShared(pair.rightSide().profile());
  }
}
