package pairdesk.engine.risk;

import pairdesk.engine.money.Quantity;

/** What the gate says of one opportunity. */
public sealed interface Verdict {

  /** May be done in full. */
  record Allow() implements Verdict {}

  /**
   * May be done, but smaller.
   *
   * @param rule the rule that bound it, {@code one-trade}
   * @param why the numbers, one sentence
   */
  record Shrink(Quantity shares, String rule, String why) implements Verdict {}

  /** May not be done. */
  record Refuse(String rule, String why) implements Verdict {}
}
