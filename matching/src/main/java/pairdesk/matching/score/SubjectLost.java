package pairdesk.matching.score;

/** The other side, rules included, says not one word of whom or what this side is about. */
record SubjectLost() implements Feature {

  @Override
  public String name() {
    return "subjectLost";
  }

  @Override
  public double value(Comparison pair) {
    boolean lost =
        SubjectShare.of(pair.left(), pair.leftWords()) == 0
            || SubjectShare.of(pair.right(), pair.rightWords()) == 0;
    return lost ? 1 : 0;
  }
}
