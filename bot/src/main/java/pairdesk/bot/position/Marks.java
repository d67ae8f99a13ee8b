package pairdesk.bot.position;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.money.Price;

/**
 * What a share could be sold for now: the best bid. What nobody bids for, or whose book is not
 * followed, has none; that is not a price of zero.
 */
public record Marks(Map<Instrument, Price> prices) {
  /** Where nobody knows any. */
  public static final Marks NONE = new Marks(Map.of());

  public Marks {
    prices = Map.copyOf(prices);
  }

  /** The best bids of these books. */
  public static Marks bids(Map<Instrument, Book> books) {
    var prices = new HashMap<Instrument, Price>();
    books.forEach((instrument, book) -> {
      if (!book.bids().isEmpty()) {
        prices.put(instrument, book.bids().best().price());
      }
    });
    return new Marks(prices);
  }

  Optional<Price> of(Instrument instrument) {
    return Optional.ofNullable(prices.get(instrument));
  }
}
