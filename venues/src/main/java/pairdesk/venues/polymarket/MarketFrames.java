package pairdesk.venues.polymarket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
  private final FrameLevels rows;

  private MarketFrames(String frame) {
    this.json = new PlainJson(frame);
    this.rows = new FrameLevels(json);
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

  static <T> T present(@Nullable T member) {
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
    switch (json.textLength()) {
      case 4 -> ofFourLetters(found);
      case 5 -> found.price = json.is("price") ? text(found.price) : skipped(found.price);
      case 6 -> found.market = json.is("market") ? text(found.market) : skipped(found.market);
      case 8 -> ofEightLetters(found);
      case 9 -> ofNineLetters(found);
      case 10 -> type(found);
      case 13 -> changes(found);
      case 14 ->
          found.minimumSize =
              json.is("min_order_size") ? text(found.minimumSize) : skipped(found.minimumSize);
      case 16 ->
          found.lastPrice =
              json.is("last_trade_price") ? text(found.lastPrice) : skipped(found.lastPrice);
      default -> json.skip();
    }
  }

  private void ofFourLetters(Members found) {
    if (json.is("hash")) {
      found.hash = text(found.hash);
    } else if (json.is("bids")) {
      once(found.bids);
      found.bids = rows.levels(true);
    } else if (json.is("asks")) {
      once(found.asks);
      found.asks = rows.levels(false);
    } else {
      json.skip();
    }
  }

  private void ofEightLetters(Members found) {
    if (json.is("asset_id")) {
      found.token = text(found.token);
    } else if (json.is("neg_risk")) {
      once(found.negRisk);
      found.negRisk = json.readFlag();
    } else {
      json.skip();
    }
  }

  private void ofNineLetters(Members found) {
    if (json.is("timestamp")) {
      found.at = moment(found.at);
    } else if (json.is("tick_size")) {
      found.tick = text(found.tick);
    } else {
      json.skip();
    }
  }

  private void type(Members found) {
    if (json.is("event_type")) {
      found.type = text(found.type.isEmpty() ? null : found.type);
    } else {
      json.skip();
    }
  }

  private void changes(Members found) {
    if (json.is("price_changes")) {
      once(found.changes);
      found.changes = rows.changes();
    } else {
      json.skip();
    }
  }

  /** What was there before stays. */
  private @Nullable String skipped(@Nullable String before) {
    json.skip();
    return before;
  }

  static void once(@Nullable Object before) {
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
    long millis = json.readDecimal(0);
    if (json.textLength() != MILLIS_DIGITS) {
      throw PlainJson.unusual();
    }
    return Instant.ofEpochMilli(millis);
  }
}
