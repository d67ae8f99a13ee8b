package pairdesk.matching.score;

import pairdesk.matching.text.Kind;

/** The same thing is asked to happen. */
record ActionEqual() implements Feature {

  @Override
  public String name() {
    return "actionEqual";
  }

  @Override
  public double value(Comparison pair) {
    return pair.on(Kind.ACTION) == Comparison.Agreement.EQUAL ? 1 : 0;
  }
}
