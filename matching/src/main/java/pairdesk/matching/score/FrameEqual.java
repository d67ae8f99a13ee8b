package pairdesk.matching.score;

import java.util.List;
import pairdesk.matching.text.Kind;

/** How many of competition, stage, award, figure, office, and rank both name alike. */
record FrameEqual() implements Feature {
  private static final List<Kind> FRAME =
      List.of(Kind.COMPETITION, Kind.STAGE, Kind.AWARD, Kind.STATISTIC, Kind.OFFICE, Kind.RANK);

  @Override
  public String name() {
    return "frameEqual";
  }

  @Override
  public double value(Comparison pair) {
    return pair.count(FRAME, Comparison.Agreement.EQUAL) / 3.0;
  }
}
