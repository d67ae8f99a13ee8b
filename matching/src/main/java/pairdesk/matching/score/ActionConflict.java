package pairdesk.matching.score;

import pairdesk.matching.text.Kind;

/** Both say what is to happen, and it differs. */
record ActionConflict() implements Feature {

  @Override
  public String name() {
    return "actionConflict";
  }

  @Override
  public double value(Comparison pair) {
    return pair.on(Kind.ACTION) == Comparison.Agreement.CONFLICT ? 1 : 0;
  }
}
