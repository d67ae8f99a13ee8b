package pairdesk.engine.risk;

import pairdesk.engine.order.Approval;

/** The gate's answer for one order. */
public sealed interface Clearance {

  record Granted(Approval approval) implements Clearance {}

  /**
   * @param rule the rule that stands against it
   * @param why the numbers, one sentence
   */
  record Denied(String rule, String why) implements Clearance {}
}
