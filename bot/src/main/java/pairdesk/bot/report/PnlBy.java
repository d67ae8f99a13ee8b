package pairdesk.bot.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import pairdesk.engine.control.Mode;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.portfolio.PnlDay;
import pairdesk.persistence.Archive.Span;

/** By what profit is summed up. */
public enum PnlBy {
  DAY,
  PAIR,
  VENUE,
  STRATEGY,
  /** Not at all. */
  ROW;

  private static final Comparator<PnlDay> BY_PAIR =
      Comparator.comparing(
          PnlDay::pair, Comparator.nullsLast(Comparator.comparingLong(PairId::value)));

  /** As it is typed: {@code strategy}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<Column> columns() {
    Stream<String> sums = Stream.of("mode", "realised_dollars", "fees_dollars", "net_dollars");
    return Column.of(Stream.concat(keys(), sums).toArray(String[]::new));
  }

  private Stream<String> keys() {
    return switch (this) {
      case DAY -> Stream.of("day_utc");
      case PAIR -> Stream.of("pair_id");
      case VENUE -> Stream.of("venue");
      case STRATEGY -> Stream.of("strategy");
      case ROW -> Stream.of("day_utc", "venue", "strategy", "pair_id");
    };
  }

  /** Profit before fees, fees, and what is left of it. */
  private record Sum(Usd realised, Usd fees) {
    Sum plus(Sum other) {
      return new Sum(realised.plus(other.realised), fees.plus(other.fees));
    }
  }

  List<List<Cell>> sums(Mode mode, List<PnlDay> days) {
    Map<List<Cell>, Sum> sums = new LinkedHashMap<>();
    days.stream()
        .sorted(order())
        .forEach(day -> sums.merge(key(day), new Sum(day.realised(), day.fees()), Sum::plus));
    var rows = new ArrayList<List<Cell>>();
    sums.forEach((key, sum) -> {
      var row = new ArrayList<>(key);
      row.add(Cell.of(mode));
      row.add(Cell.of(sum.realised()));
      row.add(Cell.of(sum.fees()));
      row.add(Cell.of(sum.realised().minus(sum.fees())));
      rows.add(List.copyOf(row));
    });
    return rows;
  }

  private Comparator<PnlDay> order() {
    Comparator<PnlDay> byVenue = Comparator.comparing(day -> day.venue().code());
    return switch (this) {
      case DAY -> Comparator.comparing(PnlDay::day);
      case PAIR -> BY_PAIR;
      case VENUE -> byVenue;
      case STRATEGY -> Comparator.comparing(PnlDay::strategy);
      case ROW ->
          Comparator.comparing(PnlDay::day)
              .thenComparing(byVenue)
              .thenComparing(PnlDay::strategy)
              .thenComparing(BY_PAIR);
    };
  }

  private List<Cell> key(PnlDay day) {
    Cell venue = Cell.of(day.venue().code());
    Cell strategy = Cell.of(day.strategy());
    return switch (this) {
      case DAY -> List.of(Cell.of(day.day()));
      case PAIR -> List.of(Cell.of(day.pair()));
      case VENUE -> List.of(venue);
      case STRATEGY -> List.of(strategy);
      case ROW -> List.of(Cell.of(day.day()), venue, strategy, Cell.of(day.pair()));
    };
  }

  static boolean isWithin(PnlDay day, Span span) {
    Instant begins = day.day().atStartOfDay(ZoneOffset.UTC).toInstant();
    return !begins.isBefore(span.from()) && begins.isBefore(span.until());
  }
}
