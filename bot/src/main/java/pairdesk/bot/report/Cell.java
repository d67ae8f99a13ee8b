package pairdesk.bot.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;

/** One exact value of a report; its unit is in the heading of its column. */
public sealed interface Cell {
  Empty EMPTY = new Empty();

  /** The value in full and without its unit, as files have it: {@code -0.400000}. */
  String exact();

  /** No such value. */
  record Empty() implements Cell {
    @Override
    public String exact() {
      return "";
    }
  }

  /** Words of a closed set, or of strangers: titles, reasons, ids of venues. */
  record Text(String text) implements Cell {
    @Override
    public String exact() {
      return text;
    }
  }

  /** A count, a number of ours, milliseconds. */
  record Whole(long value) implements Cell {
    @Override
    public String exact() {
      return Long.toString(value);
    }
  }

  /** Dollars. */
  record Dollars(Usd amount) implements Cell {
    @Override
    public String exact() {
      return BigDecimal.valueOf(amount.e6(), 6).toPlainString();
    }
  }

  /** Shares. */
  record Shares(Quantity quantity) implements Cell {
    @Override
    public String exact() {
      return BigDecimal.valueOf(quantity.e6(), 6).toPlainString();
    }
  }

  /** Dollars for one share. */
  record PerShare(Price price) implements Cell {
    @Override
    public String exact() {
      return BigDecimal.valueOf(price.e4(), 4).toPlainString();
    }
  }

  /** Basis points: 100 is one per cent. */
  record Bps(Ratio ratio) implements Cell {
    @Override
    public String exact() {
      return Integer.toString(ratio.bps());
    }
  }

  /** A moment, in UTC by ISO 8601. */
  record Moment(Instant at) implements Cell {
    @Override
    public String exact() {
      return at.toString();
    }
  }

  /** A day of UTC. */
  record Day(LocalDate day) implements Cell {
    @Override
    public String exact() {
      return day.toString();
    }
  }

  static Cell of(@Nullable String text) {
    return text == null ? EMPTY : new Text(text);
  }

  static Cell of(Enum<?> word) {
    return new Text(word.name());
  }

  static Cell of(long value) {
    return new Whole(value);
  }

  static Cell of(@Nullable PairId pair) {
    return pair == null ? EMPTY : new Whole(pair.value());
  }

  static Cell of(Usd amount) {
    return new Dollars(amount);
  }

  static Cell of(Quantity quantity) {
    return new Shares(quantity);
  }

  static Cell of(Price price) {
    return new PerShare(price);
  }

  static Cell of(@Nullable Ratio ratio) {
    return ratio == null ? EMPTY : new Bps(ratio);
  }

  static Cell of(@Nullable Instant at) {
    return at == null ? EMPTY : new Moment(at);
  }

  /** In whole milliseconds. */
  static Cell of(Duration span) {
    return new Whole(span.toMillis());
  }

  static Cell of(LocalDate day) {
    return new Day(day);
  }
}
