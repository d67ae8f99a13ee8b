package pairdesk.matching.score;

/** Both state a deadline and the two lie within three days. */
record DeadlineEqual() implements Feature {

  @Override
  public String name() {
    return "deadlineEqual";
  }

  @Override
  public double value(Comparison pair) {
    return pair.daysBetweenDeadlines().map(days -> days <= 3 ? 1.0 : 0.0).orElse(0.0);
  }
}
