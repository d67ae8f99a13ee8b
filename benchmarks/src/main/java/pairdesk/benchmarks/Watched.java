package pairdesk.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import pairdesk.engine.book.Book;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Quantity;

/** A thousand pairs, their changes ready to be told, and their decimal twins. */
final class Watched {
  private final MadePairs pairs;
  private final List<Update> updates = new ArrayList<>(2 * MadePairs.COUNT);
  private final List<DecimalPair> decimals;
  private boolean changed;

  /** Kalshi's book of one pair, there and back: what a feed tells of it. */
  record Update(Book yes, Book no, Set<MarketId> markets, List<EngineEvent> batch) {
    static Update of(Book yes) {
      Book no = yes.mirrored();
      return new Update(
          yes,
          no,
          Set.of(yes.instrument().market()),
          List.of(new EngineEvent.BookChanged(yes), new EngineEvent.BookChanged(no)));
    }
  }

  Watched(boolean gap) {
    this.pairs = new MadePairs(gap);
    pairs.all().forEach(pair -> updates.add(Update.of(pair.yesBook(true))));
    pairs.all().forEach(pair -> updates.add(Update.of(pair.yesBook(false))));
    this.decimals = pairs.all().stream().map(DecimalPair::new).toList();
  }

  MadePairs pairs() {
    return pairs;
  }

  List<DecimalPair> decimals() {
    return decimals;
  }

  /** One change of every pair; the next round takes it back. */
  List<Update> round() {
    changed = !changed;
    return changed
        ? updates.subList(0, MadePairs.COUNT)
        : updates.subList(MadePairs.COUNT, updates.size());
  }

  /** Which way the round that was taken last went. */
  boolean isChanged() {
    return changed;
  }

  /**
   * @throws IllegalStateException when this is not what the decimal twin wants to buy
   */
  static void mustAgree(DecimalPair twin, Quantity found) {
    BigDecimal wanted = twin.look();
    if (wanted.compareTo(BigDecimal.valueOf(found.e6(), 6)) != 0) {
      throw new IllegalStateException("decimals want " + wanted + " shares, we " + found);
    }
  }
}
