package pairdesk.engine.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.strategy.MarketView;

/** What an execution may look at when it decides. */
public record Scene(Instant now, MarketView markets, Bounds bounds, Denials denials) {

  /**
   * What narrows its choice.
   *
   * @param taking venues that accept orders which take
   * @param maxBookAge older books are not traded on
   * @param unhedgedLimit dollars of cost that may be without a counterpart
   * @param hurry nothing may be held: halt, or the last minute before a close
   */
  public record Bounds(
      Set<VenueId> taking, Duration maxBookAge, Usd unhedgedLimit, boolean hurry, Resting resting) {
    public Bounds {
      taking = Set.copyOf(taking);
    }
  }

  /**
   * Whether an order that adds risk may go on resting.
   *
   * @param stop why it may not, for people; empty when it may
   * @param until the moment from which it may not; null when no market says when it closes
   */
  public record Resting(String stop, @Nullable Instant until) {
    public static final Resting ALLOWED = new Resting("", null);
  }

  boolean takes(VenueId venue) {
    return bounds.taking().contains(venue);
  }

  Optional<Market> market(MarketId id) {
    return markets.market(id);
  }

  /** The book, when it is young enough to be traded on. */
  Optional<Book> book(Instrument instrument) {
    return markets
        .book(instrument)
        .filter(book -> book.age(now).compareTo(bounds.maxBookAge()) < 0 && !book.isCrossed());
  }

  /** The same, when it was confirmed after this moment. */
  Optional<Book> bookAfter(Instant moment, Instrument instrument) {
    return book(instrument).filter(book -> book.confirmedAt().isAfter(moment));
  }

  boolean isDue(Instant from, Duration after) {
    return !now.isBefore(from.plus(after));
  }
}
