package pairdesk.matching.score;

import java.time.LocalDate;

/** How far apart trading ends, on a logarithmic scale of up to three years; a half when unknown. */
record CloseGap() implements Feature {

  @Override
  public String name() {
    return "closeGap";
  }

  @Override
  public double value(Comparison pair) {
    LocalDate left = pair.left().timing().close();
    LocalDate right = pair.right().timing().close();
    if (left == null || right == null) {
      return 0.5;
    }
    long days = Math.abs(left.toEpochDay() - right.toEpochDay());
    return Math.min(1, Math.log1p((double) days) / Math.log(1_100));
  }
}
