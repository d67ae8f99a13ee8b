package pairdesk.matching.score;

import java.util.List;
import pairdesk.matching.text.Kind;

/** How many of stage, award, figure, kind of market and rank only one side names. */
record FrameOneSided() implements Feature {
  private static final List<Kind> NARROWING =
      List.of(Kind.STAGE, Kind.AWARD, Kind.STATISTIC, Kind.MARKET, Kind.RANK, Kind.COUNTRY);

  @Override
  public String name() {
    return "frameOneSided";
  }

  @Override
  public double value(Comparison pair) {
    return Math.min(3, pair.count(NARROWING, Comparison.Agreement.ONE_SIDED)) / 3.0;
  }
}
