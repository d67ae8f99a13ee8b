package pairdesk.venues.polymarket;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.Outcome;
import pairdesk.venues.polymarket.PolymarketWire.WireBook;

/** Books that are read once, by request: of markets that the feed does not follow. */
final class PolymarketBookReads {
  private static final int TOKENS_A_CALL = 100;

  private final PolymarketRest rest;
  private final InstantSource clock;

  PolymarketBookReads(PolymarketRest rest, InstantSource clock) {
    this.rest = rest;
    this.clock = clock;
  }

  /** Books of both outcomes; a market without one is missing. */
  List<Book> read(Collection<Market> markets) {
    var instruments = new LinkedHashMap<String, Instrument>();
    for (Market market : markets) {
      instruments.put(market.address().yesCode(), new Instrument(market.id(), Outcome.YES));
      instruments.put(market.address().noCode(), new Instrument(market.id(), Outcome.NO));
    }
    var books = new ArrayList<Book>();
    List<String> tokens = List.copyOf(instruments.keySet());
    for (int from = 0; from < tokens.size(); from += TOKENS_A_CALL) {
      int to = Math.min(from + TOKENS_A_CALL, tokens.size());
      books.addAll(read(tokens.subList(from, to), instruments));
    }
    return books;
  }

  private List<Book> read(List<String> tokens, Map<String, Instrument> instruments) {
    Instant asked = clock.instant();
    var books = new ArrayList<Book>();
    for (WireBook wire : BookCodec.books(rest.books(tokens))) {
      Instrument instrument = instruments.get(wire.tokenId());
      if (instrument != null) {
        var book = new TokenBook(instrument, wire.tokenId());
        book.replace(wire);
        books.add(book.book(asked));
      }
    }
    return books;
  }
}
