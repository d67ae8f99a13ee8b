package pairdesk.sandbox.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A market's state, book and trades. */
final class Market {
  final MarketSpec spec;
  final MatchingBook book = new MatchingBook();
  final List<Trade> trades = new ArrayList<>();
  MarketState state;
  Instant bookChangedAt;

  Market(MarketSpec spec, Instant now) {
    this.spec = spec;
    this.state = MarketState.listed(spec);
    this.bookChangedAt = now;
  }

  BookView view() {
    return new BookView(
        spec.id(), book.levels(Side.BUY), book.levels(Side.SELL), book.revision(), bookChangedAt);
  }
}
