package pairdesk.benchmarks;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import pairdesk.benchmarks.BookChanges.Change;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Level;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;

/** The book that one writes first: decimals in sorted maps, best price first. */
final class DecimalBook {
  private final NavigableMap<BigDecimal, BigDecimal> bids =
      new TreeMap<>(Comparator.reverseOrder());
  private final NavigableMap<BigDecimal, BigDecimal> asks = new TreeMap<>();

  /** Both sides as another thread may read them. */
  record Copy(
      NavigableMap<BigDecimal, BigDecimal> bids, NavigableMap<BigDecimal, BigDecimal> asks) {}

  void change(Change change) {
    if (change.outcome() == Outcome.YES) {
      change(bids, change.decimalPrice(), change.decimalChange());
    } else {
      change(asks, BigDecimal.ONE.subtract(change.decimalPrice()), change.decimalChange());
    }
  }

  Map.Entry<BigDecimal, BigDecimal> bestBid() {
    return bids.firstEntry();
  }

  Map.Entry<BigDecimal, BigDecimal> bestAsk() {
    return asks.firstEntry();
  }

  Copy copy() {
    return new Copy(new TreeMap<>(bids), new TreeMap<>(asks));
  }

  void mustEqual(Book book) {
    if (!book.bids().levels().equals(levels(bids)) || !book.asks().levels().equals(levels(asks))) {
      throw new IllegalStateException("the books differ: " + book + ", " + bids + ", " + asks);
    }
  }

  private static void change(
      NavigableMap<BigDecimal, BigDecimal> side, BigDecimal price, BigDecimal change) {
    BigDecimal rests = side.getOrDefault(price, BigDecimal.ZERO).add(change);
    if (rests.signum() == 0) {
      side.remove(price);
    } else {
      side.put(price, rests);
    }
  }

  private static List<Level> levels(NavigableMap<BigDecimal, BigDecimal> side) {
    return side.entrySet().stream().map(DecimalBook::level).toList();
  }

  private static Level level(Map.Entry<BigDecimal, BigDecimal> entry) {
    return new Level(
        Price.parse(entry.getKey().toPlainString()),
        Quantity.parse(entry.getValue().toPlainString()));
  }
}
