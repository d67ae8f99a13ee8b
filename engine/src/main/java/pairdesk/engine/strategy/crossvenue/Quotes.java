package pairdesk.engine.strategy.crossvenue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.opportunity.BundlePricer.Quote;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.strategy.MarketView;

/**
 * Instruments with books that may be traded on.
 *
 * @param maxAge older books are not looked at
 */
record Quotes(Duration maxAge) {

  /** The instrument, if its market is open, its fees are known and its book is young and sound. */
  Optional<Quote> of(MarketView view, Instrument instrument, Instant now) {
    Optional<Market> market = view.market(instrument.market());
    Optional<Book> book = view.book(instrument);
    if (market.isEmpty() || book.isEmpty()) {
      return Optional.empty();
    }
    boolean usable =
        market.get().life().status() == MarketStatus.OPEN
            && Fees.knows(market.get().terms().fees())
            && !book.get().isCrossed()
            && book.get().age(now).compareTo(maxAge) < 0;
    return usable ? Optional.of(new Quote(market.get(), book.get())) : Optional.empty();
  }

  /** The smallest quantity that is in whole lots of both markets. */
  static Quantity commonLot(Market one, Market other) {
    return Quantity.ofE6(leastCommonMultiple(one.terms().lot().e6(), other.terms().lot().e6()));
  }

  private static long leastCommonMultiple(long a, long b) {
    long left = a;
    long right = b;
    while (right != 0) {
      long rest = left % right;
      left = right;
      right = rest;
    }
    return Math.multiplyExact(a / left, b);
  }
}
