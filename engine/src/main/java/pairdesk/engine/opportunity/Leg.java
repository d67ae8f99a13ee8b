package pairdesk.engine.opportunity;

import java.time.Duration;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

/**
 * One instrument to buy.
 *
 * @param worst price of the deepest level that the quantity reaches
 * @param cost what the walked levels cost, rounded up
 * @param fee taker fee on that, by the market's schedule, rounded up
 */
public record Leg(
    Instrument instrument, Quantity quantity, Price worst, Usd cost, Usd fee, Reading reading) {

  /** The book it was read from. */
  public record Reading(long bookVersion, Duration bookAge) {}
}
