package pairdesk.engine.execution;

import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Purpose;

/**
 * An order that an execution wants, before the gate was asked.
 *
 * @param leg index of the leg in the plan
 */
public record OrderWish(int leg, Purpose purpose, OrderIntent.Terms terms) {}
