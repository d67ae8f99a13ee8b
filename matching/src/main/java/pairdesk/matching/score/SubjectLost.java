package pairdesk.matching.score;

/** The other side, rules included, says not one word of whom or what this side is about. */
record SubjectLost() implements Feature {

  @Override
  public String name() {
    return "subjectLost";
  }

  @Override
  public double value(Comparison pair) {
    boolean lost = pair.leftWords().subjectShare() == 0 || pair.rightWords().subjectShare() == 0;
    return lost ? 1 : 0;
  }
}
