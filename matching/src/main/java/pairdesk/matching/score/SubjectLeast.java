package pairdesk.matching.score;

/**
 * Share of a subject's words that the other headline has, of the side that fares worse; a half
 * without a subject.
 */
record SubjectLeast() implements Feature {

  @Override
  public String name() {
    return "subjectLeast";
  }

  @Override
  public double value(Comparison pair) {
    return Math.min(pair.leftWords().subjectShare(), pair.rightWords().subjectShare());
  }
}
