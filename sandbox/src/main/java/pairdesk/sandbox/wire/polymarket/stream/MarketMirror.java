package pairdesk.sandbox.wire.polymarket.stream;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.sandbox.exchange.BookView;
import pairdesk.sandbox.exchange.ExchangeEvent.LevelChanged;
import pairdesk.sandbox.exchange.Level;
import pairdesk.sandbox.exchange.Side;
import pairdesk.sandbox.wire.polymarket.listing.Token;
import pairdesk.sandbox.wire.polymarket.records.BookImage;
import pairdesk.sandbox.wire.polymarket.records.Tick;

/** A market's book as the stream has told it so far. Used by the stream's thread alone. */
final class MarketMirror {
  private final NavigableMap<Price, Quantity> bids = new TreeMap<>(Comparator.reverseOrder());
  private final NavigableMap<Price, Quantity> asks = new TreeMap<>();
  private long revision;
  private Instant changedAt;
  private Price lastPrice;
  private Tick tick;

  MarketMirror(BookView book, Price lastPrice, Tick tick) {
    book.bids().forEach(level -> bids.put(level.price(), level.quantity()));
    book.asks().forEach(level -> asks.put(level.price(), level.quantity()));
    this.revision = book.revision();
    this.changedAt = book.changedAt();
    this.lastPrice = lastPrice;
    this.tick = tick;
  }

  /** False for a change that the book held already when the mirror was made. */
  boolean apply(LevelChanged change) {
    if (change.revision() <= revision) {
      return false;
    }
    var side = change.side() == Side.BUY ? bids : asks;
    if (change.after().isZero()) {
      side.remove(change.price());
    } else {
      side.put(change.price(), change.after());
    }
    revision = change.revision();
    changedAt = change.at();
    return true;
  }

  void traded(Price price) {
    lastPrice = price;
  }

  Tick tick() {
    return tick;
  }

  void retick(Tick next) {
    tick = next;
  }

  BookImage image(Token token) {
    boolean yes = token.outcome() == Outcome.YES;
    return new BookImage(
        token,
        yes ? levels(bids) : mirrored(asks),
        yes ? levels(asks) : mirrored(bids),
        lastPrice,
        tick,
        changedAt);
  }

  private static List<Level> levels(NavigableMap<Price, Quantity> side) {
    return side.entrySet().stream().map(e -> new Level(e.getKey(), e.getValue())).toList();
  }

  private static List<Level> mirrored(NavigableMap<Price, Quantity> side) {
    return side.entrySet().stream()
        .map(e -> new Level(e.getKey().complement(), e.getValue()))
        .toList();
  }
}
