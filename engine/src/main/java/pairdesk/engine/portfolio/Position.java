package pairdesk.engine.portfolio;

import pairdesk.engine.market.Instrument;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

/**
 * What we hold of one instrument.
 *
 * @param quantity shares held, provisional ones included
 * @param provisional the part of them whose settlement is not certain
 * @param cost what the held shares cost, without fees
 * @param fees all fees paid on this instrument so far
 * @param realised profit of what was sold or paid out, before fees
 */
public record Position(
    Instrument instrument,
    Quantity quantity,
    Quantity provisional,
    Usd cost,
    Usd fees,
    Usd realised) {

  public static Position flat(Instrument instrument) {
    return new Position(instrument, Quantity.ZERO, Quantity.ZERO, Usd.ZERO, Usd.ZERO, Usd.ZERO);
  }
}
