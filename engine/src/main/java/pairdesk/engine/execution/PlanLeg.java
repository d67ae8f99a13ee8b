package pairdesk.engine.execution;

import pairdesk.engine.market.Instrument;
import pairdesk.engine.money.Price;

/**
 * One instrument to buy.
 *
 * @param worst the worst acceptable price: the limit of its entry order
 */
public record PlanLeg(Instrument instrument, Price worst) {}
