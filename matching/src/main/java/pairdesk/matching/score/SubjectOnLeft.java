package pairdesk.matching.score;

/** Share of the right subject's words that the left headline has; a half without a subject. */
record SubjectOnLeft() implements Feature {

  @Override
  public String name() {
    return "subjectOnLeft";
  }

  @Override
  public double value(Comparison pair) {
    return SubjectShare.of(pair.right(), pair.rightWords());
  }
}
