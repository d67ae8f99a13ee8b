package pairdesk.matching.score;

import java.util.OptionalLong;

/** Both state a deadline and the two lie within three days. */
record DeadlineEqual() implements Feature {
  private static final long SAME = 3;

  @Override
  public String name() {
    return "deadlineEqual";
  }

  @Override
  public double value(Comparison pair) {
    OptionalLong days = pair.daysBetweenDeadlines();
    return days.isPresent() && days.getAsLong() <= SAME ? 1 : 0;
  }
}
