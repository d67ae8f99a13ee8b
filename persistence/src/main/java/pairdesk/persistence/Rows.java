package pairdesk.persistence;

import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

/** Columns to value types, the same for every table. */
final class Rows {
  private Rows() {}

  static Instrument instrument(String venue, String market, String outcome) {
    return new Instrument(new MarketId(new VenueId(venue), market), Outcome.valueOf(outcome));
  }

  static Usd usd(Record row, TableField<?, Long> column) {
    return Usd.ofE6(value(row, column));
  }

  static Quantity quantity(Record row, TableField<?, Long> column) {
    return Quantity.ofE6(value(row, column));
  }

  static Price price(Record row, TableField<?, Integer> column) {
    return Price.ofE4(value(row, column));
  }

  static @Nullable PairId pairId(@Nullable Long value) {
    return value == null ? null : new PairId(value);
  }

  static @Nullable Long pairValue(@Nullable PairId pair) {
    return pair == null ? null : pair.value();
  }

  /** The value of a column that is declared not null. */
  static <T> T value(Record row, TableField<?, T> column) {
    T value = row.get(column);
    if (value == null) {
      throw new IllegalStateException("null in " + column.getQualifiedName());
    }
    return value;
  }
}
