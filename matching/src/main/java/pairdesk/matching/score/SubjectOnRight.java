package pairdesk.matching.score;

/** Share of the left subject's words that the right headline has; a half without a subject. */
record SubjectOnRight() implements Feature {

  @Override
  public String name() {
    return "subjectOnRight";
  }

  @Override
  public double value(Comparison pair) {
    return SubjectShare.of(pair.left(), pair.leftWords());
  }
}
