package pairdesk.engine.sample;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.strategy.MarketView;

/** A view that a test fills by hand. */
public final class SampleView implements MarketView {
  private final Map<MarketId, Market> markets = new HashMap<>();
  private final Map<Instrument, Book> books = new HashMap<>();
  private final Map<Instrument, Instant> cheaper = new HashMap<>();
  private final Map<Long, Pair> pairs = new HashMap<>();

  public SampleView put(Market market) {
    markets.put(market.id(), market);
    return this;
  }

  public SampleView put(Book book) {
    books.put(book.instrument(), book);
    return this;
  }

  public SampleView cheaper(Instrument instrument, Instant since) {
    cheaper.put(instrument, since);
    return this;
  }

  public SampleView put(Pair pair) {
    pairs.put(pair.id().value(), pair);
    return this;
  }

  public SampleView removeBook(Instrument instrument) {
    books.remove(instrument);
    return this;
  }

  @Override
  public Optional<Book> book(Instrument instrument) {
    return Optional.ofNullable(books.get(instrument));
  }

  @Override
  public Optional<Instant> cheaperSince(Instrument instrument) {
    return Optional.ofNullable(cheaper.get(instrument));
  }

  @Override
  public Optional<Market> market(MarketId id) {
    return Optional.ofNullable(markets.get(id));
  }

  @Override
  public Collection<Pair> pairsOf(MarketId id) {
    return pairs.values().stream()
        .filter(pair -> pair.left().equals(id) || pair.right().equals(id))
        .toList();
  }
}
