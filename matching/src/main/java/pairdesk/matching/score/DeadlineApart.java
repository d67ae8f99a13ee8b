package pairdesk.matching.score;

/** Both state a deadline and the two lie apart, full weight from thirty days. */
record DeadlineApart() implements Feature {

  @Override
  public String name() {
    return "deadlineApart";
  }

  @Override
  public double value(Comparison pair) {
    return pair.daysBetweenDeadlines()
        .map(days -> days <= 3 ? 0.0 : Math.min(days.intValue(), 30) / 30.0)
        .orElse(0.0);
  }
}
