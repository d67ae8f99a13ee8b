package pairdesk.venues.kalshi;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.book.Level;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Decimals;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.venues.kalshi.KalshiWire.Amounts;
import pairdesk.venues.kalshi.KalshiWire.BookRow;
import pairdesk.venues.kalshi.KalshiWire.BookSide;
import pairdesk.venues.kalshi.KalshiWire.Charge;
import pairdesk.venues.kalshi.KalshiWire.FillRow;
import pairdesk.venues.kalshi.KalshiWire.Mark;
import pairdesk.venues.kalshi.KalshiWire.Message;
import pairdesk.venues.kalshi.KalshiWire.OrderRow;
import pairdesk.venues.kalshi.KalshiWire.OrderStatus;
import pairdesk.venues.kalshi.KalshiWire.Placed;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.VenueException;

/** From Kalshi's JSON to {@link KalshiWire}. Whatever is not as documented is a failed read. */
final class KalshiCodec {
  private KalshiCodec() {}

  static Placed placed(Fields answer) {
    return new Placed(
        answer.text("order_id"),
        answer.textOrEmpty("client_order_id"),
        answer.quantity("fill_count"),
        answer.quantity("remaining_count"));
  }

  static OrderRow order(Fields row) {
    var amounts =
        new Amounts(
            row.quantity("initial_count_fp"),
            row.quantity("fill_count_fp"),
            row.quantity("remaining_count_fp"));
    return new OrderRow(
        row.text("order_id"),
        row.textOrEmpty("client_order_id"),
        row.text("ticker"),
        word(row, "status", OrderStatus.class),
        amounts,
        row.textOrEmpty("last_update_reason"),
        updatedAt(row));
  }

  static FillRow fill(Fields row) {
    return new FillRow(
        row.text("trade_id"),
        row.text("order_id"),
        row.has("client_order_id") ? row.text("client_order_id") : null,
        row.text("market_ticker"),
        word(row, "book_side", BookSide.class),
        row.quantity("count_fp"),
        row.price("yes_price_dollars"),
        new Charge(row.usd("fee_cost"), row.flag("is_taker")),
        filledAt(row));
  }

  /** One entry of {@code /markets/orderbooks}. */
  static BookRow polledBook(Fields entry) {
    Fields book = entry.object("orderbook_fp");
    return new BookRow(
        entry.text("ticker"),
        levels(book, "yes_dollars", book.rows("yes_dollars")),
        levels(book, "no_dollars", book.rows("no_dollars")));
  }

  static Message message(String json) {
    Fields frame = Fields.parse(json);
    String type = frame.text("type");
    @Nullable Mark mark =
        frame.has("sid") && frame.has("seq")
            ? new Mark(frame.integer("sid"), frame.integer("seq"))
            : null;
    return switch (type) {
      case "orderbook_delta" -> delta(numbered(frame), frame.object("msg"));
      case "orderbook_snapshot" -> snapshot(numbered(frame), frame.object("msg"));
      case "fill" -> new KalshiWire.OwnFill(mark, fill(frame.object("msg")));
      case "user_order" -> new KalshiWire.OwnOrder(mark, order(frame.object("msg")));
      case "market_position" -> position(mark, frame.object("msg"));
      case "market_lifecycle_v2" -> lifecycle(mark, frame.object("msg"));
      case "event_fee_update" ->
          new KalshiWire.FeesChanged(mark, frame.object("msg").text("event_ticker"));
      case "subscribed" -> subscribed(frame.object("msg"));
      case "ok", "unsubscribed" -> new KalshiWire.Acknowledged(mark);
      case "error" -> failure(mark, frame.object("msg"));
      default -> new KalshiWire.Other(mark, type);
    };
  }

  /** Books are always numbered: without its number a message would hide the loss of another. */
  private static Mark numbered(Fields frame) {
    return new Mark(frame.integer("sid"), frame.integer("seq"));
  }

  private static Message position(@Nullable Mark mark, Fields msg) {
    return new KalshiWire.OwnPosition(
        mark, msg.text("market_ticker"), msg.exact("position_fp", text -> Decimals.parse(text, 6)));
  }

  private static Message subscribed(Fields msg) {
    return new KalshiWire.Subscribed(msg.text("channel"), msg.integer("sid"));
  }

  private static Message snapshot(Mark mark, Fields msg) {
    var book =
        new BookRow(
            msg.text("market_ticker"),
            levels(msg, "yes_dollars_fp", msg.rowsOrEmpty("yes_dollars_fp")),
            levels(msg, "no_dollars_fp", msg.rowsOrEmpty("no_dollars_fp")));
    return new KalshiWire.Snapshot(mark, book);
  }

  private static Message delta(Mark mark, Fields msg) {
    return new KalshiWire.Delta(
        mark,
        msg.text("market_ticker"),
        word(msg, "side", Outcome.class),
        msg.price("price_dollars"),
        msg.exact("delta_fp", text -> Decimals.parse(text, 6)),
        msg.whole("ts_ms", Instant::ofEpochMilli));
  }

  private static Message lifecycle(@Nullable Mark mark, Fields msg) {
    return new KalshiWire.Lifecycle(mark, msg.text("market_ticker"), msg.text("event_type"));
  }

  private static Message failure(@Nullable Mark mark, Fields msg) {
    return new KalshiWire.Failure(
        mark, msg.integer("code"), msg.textOrEmpty("msg"), msg.textOrEmpty("market_ticker"));
  }

  private static KalshiBids levels(Fields from, String name, List<List<String>> rows) {
    List<Level> levels = rows.stream().map(row -> level(from, name, row)).toList();
    try {
      return KalshiBids.of(levels);
    } catch (IllegalArgumentException e) {
      throw new VenueException("field " + name + ": " + e.getMessage(), e);
    }
  }

  private static Level level(Fields from, String name, List<String> row) {
    if (row.size() != 2) {
      throw from.bad(name, "want price and count in each row");
    }
    try {
      return new Level(Price.parse(row.getFirst()), Quantity.parse(row.getLast()));
    } catch (IllegalArgumentException e) {
      throw new VenueException("field " + name + ": " + e.getMessage(), e);
    }
  }

  private static Instant updatedAt(Fields row) {
    if (row.has("last_updated_ts_ms")) {
      return row.whole("last_updated_ts_ms", Instant::ofEpochMilli);
    }
    return row.has("last_update_time")
        ? row.instant("last_update_time")
        : row.instant("created_time");
  }

  private static Instant filledAt(Fields row) {
    if (row.has("ts_ms")) {
      return row.whole("ts_ms", Instant::ofEpochMilli);
    }
    return row.has("created_time")
        ? row.instant("created_time")
        : row.whole("ts", seconds -> Instant.ofEpochMilli(Math.multiplyExact(seconds, 1_000L)));
  }

  /** A word of a closed set, lower case on the wire; another word is a failed read. */
  private static <E extends Enum<E>> E word(Fields row, String name, Class<E> words) {
    return row.exact(name, text -> Enum.valueOf(words, text.toUpperCase(Locale.ROOT)));
  }
}
