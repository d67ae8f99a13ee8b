package pairdesk.matching.score;

/** One measurable likeness or difference of two propositions. Pure; values between −1 and 1. */
interface Feature {
  /** Its key in {@code weights.json}. */
  String name();

  double value(Comparison pair);
}
