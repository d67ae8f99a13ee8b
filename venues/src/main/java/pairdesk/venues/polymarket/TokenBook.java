package pairdesk.venues.polymarket;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.money.Price;
import pairdesk.engine.order.Side;
import pairdesk.venues.polymarket.PolymarketWire.BookTerms;
import pairdesk.venues.polymarket.PolymarketWire.LevelChange;
import pairdesk.venues.polymarket.PolymarketWire.WireBook;
import pairdesk.venues.polymarket.PolymarketWire.WireLevel;

/**
 * The half-built book of one token, levels as the venue wrote them so that they can be hashed. Not
 * safe for threads: {@link MarketBooks} guards it.
 */
final class TokenBook {
  private final Instrument instrument;
  private final String market;
  private final String tokenId;

  /** Both sides with the best price last, as on the wire. */
  private final NavigableMap<Integer, WireLevel> bids = new TreeMap<>();

  private final NavigableMap<Integer, WireLevel> asks = new TreeMap<>(Comparator.reverseOrder());
  private @Nullable Instant changedAt;
  private @Nullable String lastTradePrice;
  private boolean doubted;
  private long version;

  TokenBook(Instrument instrument, String tokenId) {
    this.instrument = instrument;
    this.market = instrument.market().code();
    this.tokenId = tokenId;
  }

  Instrument instrument() {
    return instrument;
  }

  boolean isEmpty() {
    return changedAt == null;
  }

  /** Whether what happened at this moment is already in here. */
  boolean isPast(Instant moment) {
    return changedAt != null && moment.isBefore(changedAt);
  }

  void replace(WireBook book) {
    doubted = false;
    fill(bids, book.bids());
    fill(asks, book.asks());
    changed(book.at());
    if (book.terms().lastTradePrice() != null) {
      lastTradePrice = book.terms().lastTradePrice();
    }
  }

  void apply(LevelChange change, Instant at) {
    NavigableMap<Integer, WireLevel> side = change.side() == Side.BUY ? bids : asks;
    int price = change.level().price().e4();
    if (change.level().quantity().isZero()) {
      side.remove(price);
    } else {
      side.put(price, change.level());
    }
    changed(at);
  }

  void traded(String priceText) {
    lastTradePrice = priceText;
  }

  /** Nothing is known until the next whole book. */
  void forget() {
    changedAt = null;
    doubted = false;
  }

  /**
   * Something contradicts this book. Changes still go into it: it may come right by itself.
   *
   * @return whether that is news
   */
  boolean doubt() {
    boolean news = !doubted;
    doubted = true;
    return news;
  }

  void trust() {
    doubted = false;
  }

  boolean isDoubted() {
    return doubted;
  }

  boolean hasLevelsOf(WireBook other) {
    return amounts(bids.values()).equals(amounts(other.bids()))
        && amounts(asks.values()).equals(amounts(other.asks()));
  }

  boolean hasBest(@Nullable Price bid, @Nullable Price ask) {
    int ownBid = bids.isEmpty() ? 0 : bids.lastKey();
    int ownAsk = asks.isEmpty() ? Price.ONE.e4() : asks.lastKey();
    return (bid == null || ownBid == bid.e4()) && (ask == null || ownAsk == ask.e4());
  }

  /**
   * Whether the venue's hash is of this book. The stream tells a trade's price only after it is in
   * the hash, and once with three decimals, once as short as it gets: each is tried.
   */
  boolean hasHash(String hash, BookTerms terms) {
    return Stream.of(lastTradePrice, padded(lastTradePrice))
        .distinct()
        .anyMatch(last -> BookHash.of(wire(hash, terms, last)).equals(hash));
  }

  /**
   * @param confirmedAt when it was last known to be right
   * @throws IllegalStateException when nothing is known
   */
  Book book(Instant confirmedAt) {
    if (changedAt == null) {
      throw new IllegalStateException("no book of " + instrument);
    }
    return new Book(instrument, ladder(bids), ladder(asks), version, changedAt, confirmedAt);
  }

  private WireBook wire(String hash, BookTerms terms, @Nullable String last) {
    Instant at = changedAt == null ? Instant.EPOCH : changedAt;
    var complete = new BookTerms(terms.minimumSize(), terms.tick(), terms.negRisk(), last);
    return new WireBook(
        market,
        tokenId,
        at,
        hash,
        List.copyOf(bids.values()),
        List.copyOf(asks.values()),
        complete);
  }

  private void changed(Instant at) {
    changedAt = at;
    version++;
  }

  private static void fill(NavigableMap<Integer, WireLevel> side, List<WireLevel> levels) {
    side.clear();
    for (WireLevel level : levels) {
      side.put(level.price().e4(), level);
    }
  }

  private static Ladder ladder(NavigableMap<Integer, WireLevel> side) {
    int[] pricesE4 = new int[side.size()];
    long[] quantitiesE6 = new long[side.size()];
    int at = 0;
    for (WireLevel level : side.values()) {
      pricesE4[at] = level.price().e4();
      quantitiesE6[at] = level.quantity().e6();
      at++;
    }
    return Ladder.owningBestLast(pricesE4, quantitiesE6);
  }

  /** Price and quantity in turn, whatever the texts look like. */
  private static List<Long> amounts(Collection<WireLevel> levels) {
    return levels.stream()
        .flatMap(level -> Stream.of((long) level.price().e4(), level.quantity().e6()))
        .toList();
  }

  private static @Nullable String padded(@Nullable String price) {
    if (price == null || !price.matches("0\\.\\d{1,2}")) {
      return price;
    }
    return price + "0".repeat(5 - price.length());
  }
}
