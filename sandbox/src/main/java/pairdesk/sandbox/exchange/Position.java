package pairdesk.sandbox.exchange;

import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

/**
 * What an account holds of a market.
 *
 * @param yes owned, and sellable unless an open sell reserves it
 * @param pendingYes bought in trades that are not mined yet
 */
public record Position(
    MarketId market,
    Quantity yes,
    Quantity no,
    Quantity pendingYes,
    Quantity pendingNo,
    Figures figures) {

  /**
   * @param cost of what is held now
   * @param traded all cash exchanged
   */
  public record Figures(Usd cost, Usd traded, Usd realized, Usd fees) {
    public static final Figures NONE = new Figures(Usd.ZERO, Usd.ZERO, Usd.ZERO, Usd.ZERO);

    public Figures plus(Figures other) {
      return new Figures(
          cost.plus(other.cost),
          traded.plus(other.traded),
          realized.plus(other.realized),
          fees.plus(other.fees));
    }
  }

  static Position none(MarketId market) {
    return new Position(
        market, Quantity.ZERO, Quantity.ZERO, Quantity.ZERO, Quantity.ZERO, Figures.NONE);
  }

  public Quantity of(Outcome outcome) {
    return outcome == Outcome.YES ? yes : no;
  }

  public Quantity pending(Outcome outcome) {
    return outcome == Outcome.YES ? pendingYes : pendingNo;
  }

  /** YES less NO in 1/1 000 000 share: Kalshi's one signed number. */
  public long signedE6() {
    return yes.e6() - no.e6();
  }

  public boolean isFlat() {
    return yes.isZero() && no.isZero() && pendingYes.isZero() && pendingNo.isZero();
  }
}
