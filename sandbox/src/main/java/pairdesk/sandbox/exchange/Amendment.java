package pairdesk.sandbox.exchange;

import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;

/**
 * A change of a resting order.
 *
 * @param clientId the order's client id from now on
 * @param price of the order's own outcome
 * @param quantity in all: what is filled already and what may still fill
 */
public record Amendment(String clientId, Price price, Quantity quantity) {}
