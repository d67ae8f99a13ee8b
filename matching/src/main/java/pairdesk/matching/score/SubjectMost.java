package pairdesk.matching.score;

/**
 * Share of a subject's words that the other headline has, of the side that fares better; a half
 * without a subject.
 */
record SubjectMost() implements Feature {

  @Override
  public String name() {
    return "subjectMost";
  }

  @Override
  public double value(Comparison pair) {
    return Math.max(pair.leftWords().subjectShare(), pair.rightWords().subjectShare());
  }
}
