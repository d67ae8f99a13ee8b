package pairdesk.benchmarks;

import java.util.List;
import pairdesk.bot.rehearsal.MadeMarkets;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.book.Level;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;

/**
 * What one venue offers of one outcome: three ask levels, the first of which changes its size.
 *
 * @param askCents best first
 */
record Quote(List<Integer> askCents, List<Integer> askShares) {
  static final int BID = 200;
  static final int LOW_CENTS = 5;
  static final int LOW_BID = 1_000;

  Quote withFirst(int shares) {
    return new Quote(askCents, List.of(shares, askShares.get(1), askShares.get(2)));
  }

  /** With a bid a cent below the best ask, and one far below. */
  Book book(Instrument instrument, long version) {
    var asks = new Level[askCents.size()];
    for (int i = 0; i < asks.length; i++) {
      asks[i] = level(askCents.get(i), askShares.get(i));
    }
    Ladder bids =
        Ladder.of(List.of(level(askCents.getFirst() - 1, BID), level(LOW_CENTS, LOW_BID)));
    return new Book(
        instrument, bids, Ladder.of(List.of(asks)), version, MadeMarkets.NOW, MadeMarkets.NOW);
  }

  private static Level level(int cents, int shares) {
    return new Level(Price.ofE4(cents * 100), Quantity.ofShares(shares));
  }
}
