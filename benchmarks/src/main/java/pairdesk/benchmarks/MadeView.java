package pairdesk.benchmarks;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.strategy.MarketView;

/** The made pairs as a strategy sees them, each found by its markets at once. */
final class MadeView implements MarketView {
  private final Map<MarketId, Market> markets = new HashMap<>();
  private final Map<Instrument, Book> books = new HashMap<>();
  private final Map<MarketId, List<Pair>> pairs = new HashMap<>();

  MadeView(MadePairs made) {
    for (MadePairs.Made pair : made.all()) {
      put(pair.kalshi(), pair.pair());
      put(pair.polymarket(), pair.pair());
      put(pair.yesBook(false));
      put(pair.yesBook(false).mirrored());
      put(pair.noBook());
      put(pair.noBook().mirrored());
    }
  }

  void put(Book book) {
    books.put(book.instrument(), book);
  }

  private void put(Market market, Pair pair) {
    markets.put(market.id(), market);
    pairs.put(market.id(), List.of(pair));
  }

  @Override
  public Optional<Book> book(Instrument instrument) {
    return Optional.ofNullable(books.get(instrument));
  }

  @Override
  public Optional<Instant> cheaperSince(Instrument instrument) {
    return Optional.empty();
  }

  @Override
  public Optional<Market> market(MarketId id) {
    return Optional.ofNullable(markets.get(id));
  }

  @Override
  public Collection<Pair> pairsOf(MarketId id) {
    return pairs.getOrDefault(id, List.of());
  }
}
