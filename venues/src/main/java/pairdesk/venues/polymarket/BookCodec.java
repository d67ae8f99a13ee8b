package pairdesk.venues.polymarket;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.money.Price;
import pairdesk.venues.net.Fields;
import pairdesk.venues.polymarket.PolymarketWire.BookSent;
import pairdesk.venues.polymarket.PolymarketWire.BookTerms;
import pairdesk.venues.polymarket.PolymarketWire.LevelChange;
import pairdesk.venues.polymarket.PolymarketWire.LevelsChanged;
import pairdesk.venues.polymarket.PolymarketWire.MarketMessage;
import pairdesk.venues.polymarket.PolymarketWire.Other;
import pairdesk.venues.polymarket.PolymarketWire.Resolved;
import pairdesk.venues.polymarket.PolymarketWire.TickChanged;
import pairdesk.venues.polymarket.PolymarketWire.Traded;
import pairdesk.venues.polymarket.PolymarketWire.WireBook;
import pairdesk.venues.polymarket.PolymarketWire.WireLevel;

/** Books and the messages of the market channel to wire records. */
final class BookCodec {
  private static final Set<String> OF_NO_USE = Set.of("best_bid_ask", "new_market");

  private BookCodec() {}

  /** The answer of {@code POST /books}. */
  static List<WireBook> books(String text) {
    return Fields.parseList(text).stream().map(BookCodec::book).toList();
  }

  /** A frame: one message, or at the start a list of books. */
  static List<MarketMessage> messages(String text) {
    return text.stripLeading().startsWith("[")
        ? Fields.parseList(text).stream().map(BookCodec::message).toList()
        : List.of(message(Fields.parse(text)));
  }

  private static MarketMessage message(Fields message) {
    String type = message.text("event_type");
    return switch (type) {
      case "book" -> new BookSent(book(message));
      case "price_change" -> levelsChanged(message);
      case "last_trade_price" -> new Traded(message.text("asset_id"), message.text("price"));
      case "tick_size_change" ->
          new TickChanged(
              message.text("market"), message.text("asset_id"), message.price("new_tick_size"));
      case "market_resolved" ->
          new Resolved(message.text("market"), message.textOrEmpty("winning_asset_id"));
      default -> new Other(type, OF_NO_USE.contains(type));
    };
  }

  private static MarketMessage levelsChanged(Fields message) {
    return new LevelsChanged(
        message.text("market"),
        PolymarketCodec.moment(message, "timestamp"),
        message.list("price_changes").stream().map(BookCodec::change).toList());
  }

  private static LevelChange change(Fields change) {
    return new LevelChange(
        change.text("asset_id"),
        PolymarketCodec.side(change, "side"),
        level(change),
        change.text("hash"),
        best(change, "best_bid", Price.ZERO),
        best(change, "best_ask", Price.ONE));
  }

  /** The contract lets it be left out; an empty text is a side without levels. */
  private static @Nullable Price best(Fields change, String name, Price whenEmpty) {
    if (!change.has(name)) {
      return null;
    }
    return change.text(name).isEmpty() ? whenEmpty : change.price(name);
  }

  static WireBook book(Fields book) {
    return new WireBook(
        book.text("market"),
        book.text("asset_id"),
        PolymarketCodec.moment(book, "timestamp"),
        book.text("hash"),
        levels(book, "bids", true),
        levels(book, "asks", false),
        new BookTerms(
            textOrNull(book, "min_order_size"),
            textOrNull(book, "tick_size"),
            book.has("neg_risk") ? book.flag("neg_risk") : null,
            textOrNull(book, "last_trade_price")));
  }

  /**
   * Levels, the best one last.
   *
   * @throws pairdesk.venues.net.VenueException when they are not in order: then the book is not
   *     what we take it for
   */
  private static List<WireLevel> levels(Fields book, String side, boolean ascending) {
    var read = new ArrayList<WireLevel>();
    int previous = ascending ? -1 : Integer.MAX_VALUE;
    for (Fields element : book.list(side)) {
      WireLevel level = level(element);
      int e4 = level.price().e4();
      if (ascending ? e4 <= previous : e4 >= previous) {
        throw book.bad(side, "want levels in order, at " + level.priceText());
      }
      previous = e4;
      read.add(level);
    }
    return List.copyOf(read);
  }

  private static WireLevel level(Fields level) {
    return new WireLevel(
        level.text("price"), level.text("size"), level.price("price"), level.quantity("size"));
  }

  private static @Nullable String textOrNull(Fields book, String name) {
    return book.has(name) ? book.text(name) : null;
  }
}
