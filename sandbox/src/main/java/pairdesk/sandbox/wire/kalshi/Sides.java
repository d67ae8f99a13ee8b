package pairdesk.sandbox.wire.kalshi;

import pairdesk.engine.market.Outcome;
import pairdesk.sandbox.exchange.Deal;
import pairdesk.sandbox.exchange.OrderTerms;
import pairdesk.sandbox.exchange.Side;

/**
 * Kalshi's one book in YES terms: a bid buys YES, an ask buys NO. The exchange core holds an ask as
 * a purchase of NO.
 */
final class Sides {
  static final String BID = "bid";
  static final String ASK = "ask";

  private Sides() {}

  static String book(OrderTerms terms) {
    return terms.bookSide() == Side.BUY ? BID : ASK;
  }

  static String book(Deal deal) {
    return deal.yesSide() == Side.BUY ? BID : ASK;
  }

  static Outcome bought(String bookSide) {
    return bookSide.equals(BID) ? Outcome.YES : Outcome.NO;
  }

  /** {@code yes} for a bid, {@code no} for an ask. */
  static String outcome(String bookSide) {
    return bookSide.equals(BID) ? "yes" : "no";
  }
}
