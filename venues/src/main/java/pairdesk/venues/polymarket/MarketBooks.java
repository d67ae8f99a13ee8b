package pairdesk.venues.polymarket;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Market;
import pairdesk.engine.money.Decimals;
import pairdesk.engine.money.Price;
import pairdesk.engine.venue.MarketFeed;
import pairdesk.venues.polymarket.PolymarketWire.BookTerms;
import pairdesk.venues.polymarket.PolymarketWire.LevelChange;
import pairdesk.venues.polymarket.PolymarketWire.LevelsChanged;
import pairdesk.venues.polymarket.PolymarketWire.WireBook;

/**
 * Both books of one market, from stream and polls, in step with the venue's own times.
 *
 * <p>A book is reported when its change agrees with the hash and the best prices that came with it;
 * otherwise it is reported stale, until a later hash agrees or a whole book arrives. Reports leave
 * under this object's lock, so that those of one instrument are in order.
 */
final class MarketBooks {
  private final MarketFeed.Listener listener;
  private final HashRule hashRule;
  private final Map<String, TokenBook> tokens = new LinkedHashMap<>();
  private Market market;
  private Instant tickToldAt = Instant.MIN;

  MarketBooks(Market market, HashRule hashRule, MarketFeed.Listener listener) {
    this.market = market;
    this.hashRule = hashRule;
    this.listener = listener;
    put(new TokenBook(market.id().yes(), market.address().yesCode()), market.address().yesCode());
    put(new TokenBook(market.id().no(), market.address().noCode()), market.address().noCode());
  }

  private void put(TokenBook book, String tokenId) {
    tokens.put(tokenId, book);
  }

  List<String> tokenIds() {
    return List.copyOf(tokens.keySet());
  }

  synchronized Market market() {
    return market;
  }

  /** The market as the listener already knows it. */
  synchronized void refresh(Market read) {
    market = read;
  }

  /** The venue's terms as they are now; the listener is told when they differ. */
  synchronized void update(Market changed) {
    if (!changed.equals(market)) {
      market = changed;
      listener.marketChanged(changed);
    }
  }

  /** A whole book from the stream. */
  synchronized void sent(WireBook book, Instant now) {
    TokenBook own = tokens.get(book.tokenId());
    if (own != null && !own.isPast(book.at())) {
      takeTick(book, now);
      own.replace(book);
      report(own, now);
    }
  }

  /**
   * A tick that changed while nobody was listening stands in the whole books; those that were asked
   * for before the stream told of a change are behind it.
   */
  private void takeTick(WireBook book, Instant asked) {
    if (asked.isAfter(tickToldAt)) {
      PolymarketAmounts.tick(book.terms().tick())
          .ifPresent(tick -> update(MarketChanges.withTick(market, tick)));
    }
  }

  /** The stream tells of a new tick. */
  synchronized void tickChanged(Price tick, Instant now) {
    tickToldAt = now;
    update(MarketChanges.withTick(market, tick.e4()));
  }

  /**
   * @return whether every book is known to be right; otherwise ask for the whole books
   */
  synchronized boolean changed(LevelsChanged message, Instant now) {
    var last = new LinkedHashMap<TokenBook, LevelChange>();
    for (LevelChange change : message.changes()) {
      TokenBook own = tokens.get(change.tokenId());
      if (own != null && !own.isEmpty() && !own.isPast(message.at())) {
        own.apply(change, message.at());
        last.put(own, change);
      }
    }
    boolean right = true;
    for (var entry : last.entrySet()) {
      right &= check(entry.getKey(), entry.getValue(), now);
    }
    return right;
  }

  private boolean check(TokenBook own, LevelChange change, Instant now) {
    if (!own.hasBest(change.bestBid(), change.bestAsk())) {
      doubt(own, "best prices differ from the venue's");
    } else if (hashRule.isInForce()) {
      if (own.hasHash(change.hash(), terms())) {
        own.trust();
      } else {
        doubt(own, "hash differs from the venue's");
      }
    }
    if (own.isDoubted()) {
      return false;
    }
    report(own, now);
    return true;
  }

  synchronized void traded(String tokenId, String priceText) {
    Optional.ofNullable(tokens.get(tokenId)).ifPresent(own -> own.traded(priceText));
  }

  /** How a whole book that was asked for stands to ours. */
  enum Comparison {
    AGREED,
    /** Ours was not there, or not the venue's: its own is taken. */
    ADOPTED,
    /** The stream is ahead of it and ours is in doubt: ask again. */
    TOO_OLD
  }

  /**
   * Compares with a whole book that was asked for.
   *
   * @param asked when, by our clock: the book is at least this fresh
   */
  synchronized Comparison compared(WireBook book, Instant asked) {
    TokenBook own = tokens.get(book.tokenId());
    if (own == null) {
      return Comparison.AGREED;
    }
    hashRule.observe(book);
    takeTick(book, asked);
    if (!own.isEmpty() && own.hasLevelsOf(book)) {
      own.trust();
      report(own, asked);
      return Comparison.AGREED;
    }
    if (own.isPast(book.at())) {
      return own.isDoubted() ? Comparison.TOO_OLD : Comparison.AGREED;
    }
    own.replace(book);
    report(own, asked);
    return Comparison.ADOPTED;
  }

  /** The venue has no such book, or cannot be read: nothing is known until it is sent again. */
  synchronized void lost(String cause) {
    for (TokenBook own : tokens.values()) {
      if (!own.isEmpty()) {
        own.forget();
        listener.bookStale(own.instrument(), cause);
      }
    }
  }

  private void doubt(TokenBook own, String cause) {
    if (own.doubt()) {
      listener.bookStale(own.instrument(), cause);
    }
  }

  private void report(TokenBook own, Instant confirmedAt) {
    Book book = own.book(confirmedAt);
    if (book.isCrossed()) {
      doubt(own, "crossed");
    } else {
      listener.bookChanged(book);
    }
  }

  private BookTerms terms() {
    Market.Terms terms = market.terms();
    return new BookTerms(
        terms.minimumSize().toString(),
        Decimals.format(terms.grid().bands().getFirst().stepE4(), 4, 0),
        market.address().negRisk(),
        null);
  }
}
