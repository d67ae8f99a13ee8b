package pairdesk.venues.kalshi;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.book.Level;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.venues.kalshi.KalshiWire.BookRow;
import pairdesk.venues.kalshi.KalshiWire.Delta;

/**
 * The half-built book of one market: the bids of YES and the bids of NO, best last. A bid for NO at
 * 0.40 is an ask of YES at 0.60.
 */
public final class KalshiBook {
  private final NavigableMap<Integer, Long> yesBids = new TreeMap<>();
  private final NavigableMap<Integer, Long> noBids = new TreeMap<>();

  /** Takes a whole book over. Returns whether it differs from before. */
  boolean replace(BookRow row) {
    boolean yes = replace(yesBids, row.yesBids());
    boolean no = replace(noBids, row.noBids());
    return yes || no;
  }

  /** Whether this is the book. */
  boolean agrees(BookRow row) {
    return yesBids.equals(side(row.yesBids())) && noBids.equals(side(row.noBids()));
  }

  /** Applies a change; false when less than nothing would rest there: then the book is wrong. */
  boolean apply(Delta delta) {
    return change(delta.outcome(), delta.price(), delta.changeE6());
  }

  /** The same, for what rests at this price of this outcome's bids. */
  public boolean change(Outcome outcome, Price at, long changeE6) {
    NavigableMap<Integer, Long> side = outcome == Outcome.YES ? yesBids : noBids;
    int price = at.e4();
    long rests = side.getOrDefault(price, 0L) + changeE6;
    if (rests < 0) {
      return false;
    }
    if (rests == 0) {
      side.remove(price);
    } else {
      side.put(price, rests);
    }
    return true;
  }

  /** The book of YES; that of NO is its mirror image. */
  public Book yes(Instrument yes, long version, Instant venueTime, Instant confirmedAt) {
    return new Book(
        yes, ladder(yesBids), ladder(noBids).complement(), version, venueTime, confirmedAt);
  }

  private static boolean replace(NavigableMap<Integer, Long> side, List<Level> levels) {
    NavigableMap<Integer, Long> next = side(levels);
    if (side.equals(next)) {
      return false;
    }
    side.clear();
    side.putAll(next);
    return true;
  }

  private static NavigableMap<Integer, Long> side(List<Level> levels) {
    var side = new TreeMap<Integer, Long>();
    for (Level level : levels) {
      if (!level.quantity().isZero()) {
        side.put(level.price().e4(), level.quantity().e6());
      }
    }
    return side;
  }

  private static Ladder ladder(NavigableMap<Integer, Long> side) {
    int[] prices = new int[side.size()];
    long[] quantities = new long[side.size()];
    int at = 0;
    for (Map.Entry<Integer, Long> level : side.descendingMap().entrySet()) {
      prices[at] = level.getKey();
      quantities[at++] = level.getValue();
    }
    return Ladder.owning(prices, quantities);
  }
}
