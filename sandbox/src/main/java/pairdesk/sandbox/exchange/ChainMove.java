package pairdesk.sandbox.exchange;

import java.time.Instant;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

/**
 * Shares of one market that came or went on the chain, other than by a redemption.
 *
 * @param yes how many the wallet got, or gave
 * @param cash paid for a split, got for the others
 */
public record ChainMove(
    Kind kind, MarketId market, Quantity yes, Quantity no, Usd cash, Instant at) {

  /** By what. */
  public enum Kind {
    /** Both outcomes came. */
    SPLIT,
    /** Both outcomes went. */
    MERGE,
    /** YES came, NO went. */
    CONVERSION
  }
}
