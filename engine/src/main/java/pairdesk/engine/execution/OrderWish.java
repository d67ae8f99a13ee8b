package pairdesk.engine.execution;

import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;

/**
 * An order that an execution wants, before the gate was asked.
 *
 * @param leg index of the leg in the plan
 */
public record OrderWish(int leg, Purpose purpose, Terms terms) {

  /** What is asked of the venue. */
  public record Terms(Side side, Quantity quantity, Price limit, TimeInForce timeInForce) {}
}
