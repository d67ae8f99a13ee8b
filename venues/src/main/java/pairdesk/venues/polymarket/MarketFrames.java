package pairdesk.venues.polymarket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.Side;
import pairdesk.venues.polymarket.PolymarketWire.BookSent;
import pairdesk.venues.polymarket.PolymarketWire.BookTerms;
import pairdesk.venues.polymarket.PolymarketWire.LevelChange;
import pairdesk.venues.polymarket.PolymarketWire.LevelsChanged;
import pairdesk.venues.polymarket.PolymarketWire.MarketMessage;
import pairdesk.venues.polymarket.PolymarketWire.Other;
import pairdesk.venues.polymarket.PolymarketWire.Traded;
import pairdesk.venues.polymarket.PolymarketWire.WireBook;
import pairdesk.venues.polymarket.PolymarketWire.WireLevel;

/**
 * Frames of the market channel, read without a tree: the frequent messages in one pass over the
 * text. Whatever is unusual about one, its kind, its members or its shape, goes to {@link
 * BookCodec}, which reads everything and names what is wrong.
 */
public final class MarketFrames {
  private static final int MILLIS_DIGITS = 13;

  private final PlainJson json;

  private MarketFrames(String frame) {
    this.json = new PlainJson(frame);
  }

  /**
   * @throws pairdesk.venues.net.VenueException when the frame is not one of the documented ones
   */
  public static List<MarketMessage> read(String frame) {
    return quick(frame).orElseGet(() -> BookCodec.messages(frame));
  }

  /** Empty where the full reader must look. */
  static Optional<List<MarketMessage>> quick(String frame) {
    try {
      return Optional.of(new MarketFrames(frame).all());
    } catch (PlainJson.Unusual _) {
      return Optional.empty();
    }
  }

  private List<MarketMessage> all() {
    if (!json.takes('[')) {
      MarketMessage only = message();
      json.expectEnd();
      return List.of(only);
    }
    var messages = new ArrayList<MarketMessage>();
    if (!json.takes(']')) {
      do {
        messages.add(message());
      } while (json.takes(','));
      json.expect(']');
    }
    json.expectEnd();
    return messages;
  }

  private MarketMessage message() {
    var found = new Members();
    json.expect('{');
    do {
      json.readName();
      member(found);
    } while (json.takes(','));
    json.expect('}');
    return switch (found.type) {
      case "price_change" ->
          new LevelsChanged(present(found.market), present(found.at), present(found.changes));
      case "book" -> new BookSent(book(found));
      case "last_trade_price" -> new Traded(present(found.token), present(found.price));
      case "best_bid_ask" -> new Other(found.type, true);
      default -> throw PlainJson.unusual();
    };
  }

  private static WireBook book(Members found) {
    return new WireBook(
        present(found.market),
        present(found.token),
        present(found.at),
        present(found.hash),
        present(found.bids),
        present(found.asks),
        new BookTerms(found.minimumSize, found.tick, found.negRisk, found.lastPrice));
  }

  private static <T> T present(@Nullable T member) {
    if (member == null) {
      throw PlainJson.unusual();
    }
    return member;
  }

  /** The members of a message so far. */
  private static final class Members {
    private String type = "";
    private @Nullable String market;
    private @Nullable String token;
    private @Nullable Instant at;
    private @Nullable String hash;
    private @Nullable String price;
    private @Nullable List<LevelChange> changes;
    private @Nullable List<WireLevel> bids;
    private @Nullable List<WireLevel> asks;
    private @Nullable String minimumSize;
    private @Nullable String tick;
    private @Nullable Boolean negRisk;
    private @Nullable String lastPrice;
  }

  private void member(Members found) {
    if (json.is("market")) {
      found.market = text(found.market);
    } else if (json.is("asset_id")) {
      found.token = text(found.token);
    } else if (json.is("timestamp")) {
      found.at = moment(found.at);
    } else if (json.is("event_type")) {
      found.type = text(found.type.isEmpty() ? null : found.type);
    } else if (json.is("hash")) {
      found.hash = text(found.hash);
    } else if (json.is("price_changes")) {
      once(found.changes);
      found.changes = changes();
    } else if (json.is("bids")) {
      once(found.bids);
      found.bids = levels(true);
    } else if (json.is("asks")) {
      once(found.asks);
      found.asks = levels(false);
    } else if (json.is("price")) {
      found.price = text(found.price);
    } else {
      term(found);
    }
  }

  private void term(Members found) {
    if (json.is("min_order_size")) {
      found.minimumSize = text(found.minimumSize);
    } else if (json.is("tick_size")) {
      found.tick = text(found.tick);
    } else if (json.is("neg_risk")) {
      once(found.negRisk);
      found.negRisk = json.readFlag();
    } else if (json.is("last_trade_price")) {
      found.lastPrice = text(found.lastPrice);
    } else {
      json.skip();
    }
  }

  private static void once(@Nullable Object before) {
    if (before != null) {
      throw PlainJson.unusual();
    }
  }

  private String text(@Nullable String before) {
    once(before);
    json.readText();
    return json.text();
  }

  private Instant moment(@Nullable Instant before) {
    once(before);
    json.readText();
    if (json.textLength() != MILLIS_DIGITS) {
      throw PlainJson.unusual();
    }
    return Instant.ofEpochMilli(json.decimal(0));
  }

  private List<LevelChange> changes() {
    var changes = new ArrayList<LevelChange>(2);
    json.expect('[');
    if (!json.takes(']')) {
      do {
        changes.add(change());
      } while (json.takes(','));
      json.expect(']');
    }
    return changes;
  }

  /** The members of a level or of a change of one. */
  private static final class Row {
    private @Nullable String token;
    private @Nullable String price;
    private @Nullable String size;
    private @Nullable Side side;
    private @Nullable String hash;
    private @Nullable Price bestBid;
    private @Nullable Price bestAsk;
    private int priceE4;
    private long sizeE6;

    private WireLevel level() {
      return new WireLevel(
          present(price), present(size), Price.ofE4(priceE4), Quantity.ofE6(sizeE6));
    }
  }

  private LevelChange change() {
    Row row = row();
    return new LevelChange(
        present(row.token),
        present(row.side),
        row.level(),
        present(row.hash),
        present(row.bestBid),
        present(row.bestAsk));
  }

  private Row row() {
    var row = new Row();
    json.expect('{');
    do {
      json.readName();
      if (json.is("price")) {
        row.price = text(row.price);
        row.priceE4 = priceE4();
      } else if (json.is("size")) {
        row.size = text(row.size);
        row.sizeE6 = json.decimal(6);
      } else {
        ofChange(row);
      }
    } while (json.takes(','));
    json.expect('}');
    return row;
  }

  private void ofChange(Row row) {
    if (json.is("asset_id")) {
      row.token = text(row.token);
    } else if (json.is("side")) {
      once(row.side);
      json.readText();
      row.side = side();
    } else if (json.is("hash")) {
      row.hash = text(row.hash);
    } else if (json.is("best_bid")) {
      row.bestBid = best(row.bestBid);
    } else if (json.is("best_ask")) {
      row.bestAsk = best(row.bestAsk);
    } else {
      json.skip();
    }
  }

  private Side side() {
    if (json.is("BUY")) {
      return Side.BUY;
    }
    if (json.is("SELL")) {
      return Side.SELL;
    }
    throw PlainJson.unusual();
  }

  private Price best(@Nullable Price before) {
    once(before);
    json.readText();
    return Price.ofE4(priceE4());
  }

  private int priceE4() {
    long e4 = json.decimal(4);
    if (e4 > Price.ONE.e4()) {
      throw PlainJson.unusual();
    }
    return (int) e4;
  }

  /** Levels, the best one last; in another order they are not what we take them for. */
  private List<WireLevel> levels(boolean ascending) {
    var levels = new ArrayList<WireLevel>();
    int previous = ascending ? -1 : Integer.MAX_VALUE;
    json.expect('[');
    if (!json.takes(']')) {
      do {
        Row row = row();
        if (ascending ? row.priceE4 <= previous : row.priceE4 >= previous) {
          throw PlainJson.unusual();
        }
        previous = row.priceE4;
        levels.add(row.level());
      } while (json.takes(','));
      json.expect(']');
    }
    return levels;
  }
}
