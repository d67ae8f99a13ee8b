package pairdesk.matching.score;

/** Both are games and each side of one is a side of the other; minus one when a side differs. */
record GameSides() implements Feature {

  @Override
  public String name() {
    return "gameSides";
  }

  @Override
  public double value(Comparison pair) {
    return Games.compare(pair).map(same -> same ? 1.0 : -1.0).orElse(0.0);
  }
}
