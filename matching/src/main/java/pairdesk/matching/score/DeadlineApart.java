package pairdesk.matching.score;

/** Both state a deadline and the two lie apart, full weight from thirty days. */
record DeadlineApart() implements Feature {
  private static final long SAME = 3;
  private static final long FULL = 30;

  @Override
  public String name() {
    return "deadlineApart";
  }

  @Override
  public double value(Comparison pair) {
    long days = pair.daysBetweenDeadlines().orElse(0);
    return days <= SAME ? 0 : Math.min(days, FULL) / (double) FULL;
  }
}
