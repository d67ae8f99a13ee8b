package pairdesk.sandbox.exchange;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A market's state, book and trades. */
final class Market {
  private static final int KEPT_TRADES = 1_000;

  final MarketSpec spec;
  final MatchingBook book = new MatchingBook();
  private final Map<String, Trade> trades = new LinkedHashMap<>();
  MarketState state;
  Instant bookChangedAt;

  Market(MarketSpec spec, Instant now) {
    this.spec = spec;
    this.state = MarketState.listed(spec);
    this.bookChangedAt = now;
  }

  /** Remembers a trade's present state; of many trades only the newest. */
  void keep(Trade trade) {
    trades.put(trade.id(), trade);
    if (trades.size() > KEPT_TRADES) {
      trades.remove(trades.keySet().iterator().next());
    }
  }

  List<Trade> trades() {
    return List.copyOf(trades.values());
  }

  BookView view() {
    return new BookView(
        spec.id(), book.levels(Side.BUY), book.levels(Side.SELL), book.revision(), bookChangedAt);
  }
}
