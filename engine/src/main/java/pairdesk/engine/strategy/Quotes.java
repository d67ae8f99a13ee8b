package pairdesk.engine.strategy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.opportunity.BundlePricer.Quote;
import pairdesk.engine.opportunity.Fees;

/**
 * Instruments with books that may be traded on.
 *
 * @param maxAge older books are not looked at
 */
public record Quotes(Duration maxAge) {

  /** The instrument, if its market is open, its fees are known and its book is young and sound. */
  public Optional<Quote> of(MarketView view, Instrument instrument, Instant now) {
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

  /** All of them; empty when one may not be traded on. */
  public Optional<List<Quote>> all(
      MarketView view, Collection<Instrument> instruments, Instant now) {
    var quotes = new ArrayList<Quote>();
    for (Instrument instrument : instruments) {
      Optional<Quote> quote = of(view, instrument, now);
      if (quote.isEmpty()) {
        return Optional.empty();
      }
      quotes.add(quote.get());
    }
    return Optional.of(quotes);
  }

  /** The smallest quantity that is in whole lots of all their markets. */
  public static Quantity commonLot(Collection<Quote> quotes) {
    long common = 1;
    for (Quote quote : quotes) {
      common = leastCommonMultiple(common, quote.market().terms().lot().e6());
    }
    return Quantity.ofE6(common);
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
