package pairdesk.engine.venue;

import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;

/**
 * Shares of a market whose answer is final, which the venue pays only when they are redeemed: 100
 * of YES that pay 0.5000 each are worth $50.
 *
 * @param yesValueE4 what a share of YES pays, in 1/10 000 dollar, 0 to 10 000; one of NO pays the
 *     rest of the dollar
 */
public record Claim(MarketId market, int yesValueE4, Quantity yes, Quantity no) {

  /**
   * @throws IllegalArgumentException when the value is out of range
   */
  public Claim {
    if (yesValueE4 < 0 || yesValueE4 > Price.ONE.e4()) {
      throw new IllegalArgumentException("value out of range: " + yesValueE4);
    }
  }

  /** What all of them pay, cut to the micro-dollar. */
  public Usd worth() {
    Price value = Price.ofE4(yesValueE4);
    return Usd.of(value, yes, Rounding.DOWN).plus(Usd.of(value.complement(), no, Rounding.DOWN));
  }
}
