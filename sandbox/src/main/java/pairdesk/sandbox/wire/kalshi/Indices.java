package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Reference indices, once a second: each takes a small random step, and is told with the mean of
 * the minute before and, in the last minute of a quarter of an hour, with the mean that settles.
 */
final class Indices {
  static final List<String> BENCHMARKS = List.of("BRTI", "ETHUSD_RTI");
  static final List<String> UNDERLYINGS = List.of("Metal.XAG/USD", "Metal.XAU/USD");

  private static final Map<String, Integer> DOLLARS =
      Map.of("BRTI", 68_000, "ETHUSD_RTI", 2_600, "Metal.XAG/USD", 31, "Metal.XAU/USD", 2_365);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final long QUARTER_MILLIS = Duration.ofMinutes(15).toMillis();

  private final SplittableRandom chance;
  private final Map<String, Deque<Tick>> minutes = new LinkedHashMap<>();

  Indices(long seed) {
    chance = new SplittableRandom(seed);
  }

  /** A value at a moment, in cents. */
  private record Tick(Instant at, long cents) {}

  /** The next value of each; moments must grow. */
  void advance(Instant at) {
    for (Map.Entry<String, Integer> index : DOLLARS.entrySet()) {
      Deque<Tick> minute = minutes.computeIfAbsent(index.getKey(), _ -> new ArrayDeque<>());
      long last = minute.isEmpty() ? index.getValue() * 100L : minute.getLast().cents();
      long step = Math.max(1, last / 20_000);
      minute.add(new Tick(at, last + chance.nextLong(-step, step + 1)));
      minute.removeIf(tick -> tick.at().isBefore(at.minus(MINUTE)));
    }
  }

  ObjectNode benchmark(String id) {
    Deque<Tick> minute = minutes.getOrDefault(id, new ArrayDeque<>());
    Tick now = minute.getLast();
    long ms = now.at().toEpochMilli();
    ObjectNode data =
        Replies.object()
            .put("type", "value")
            .put("id", id)
            .put("time", ms)
            .put("value", decimal(BigDecimal.valueOf(now.cents(), 2), 2));
    ObjectNode content =
        Replies.object().put("index_id", id).put("received_at", ms).put("data", Replies.text(data));
    content.set(
        "avg_60s_data",
        mean(minute, ms - MINUTE.toMillis(), ms, t -> t.at().isBefore(now.at()), now));
    long closes = (ms / QUARTER_MILLIS + (ms % QUARTER_MILLIS == 0 ? 0 : 1)) * QUARTER_MILLIS;
    long opens = closes - MINUTE.toMillis();
    if (ms > opens) {
      content.set(
          "last_60s_windowed_average_15min",
          mean(minute, opens, ms, t -> t.at().toEpochMilli() > opens, now));
    }
    return content;
  }

  private static ObjectNode mean(
      Collection<Tick> minute, long from, long to, Predicate<Tick> counts, Tick now) {
    List<Tick> counted = minute.stream().filter(counts).toList();
    List<Tick> averaged = counted.isEmpty() ? List.of(now) : counted;
    BigDecimal sum = BigDecimal.valueOf(averaged.stream().mapToLong(Tick::cents).sum(), 2);
    BigDecimal mean = sum.divide(BigDecimal.valueOf(averaged.size()), 8, RoundingMode.HALF_UP);
    return Replies.object()
        .put("value", decimal(mean, 8))
        .put("window_size", counted.size())
        .put("window_start_ts_ms", from)
        .put("window_end_ts_exclusive", to);
  }

  ObjectNode underlying(String ticker) {
    Tick now = minutes.getOrDefault(ticker, new ArrayDeque<>()).getLast();
    return Replies.object()
        .put("underlying_ticker", ticker)
        .put("value_usd", decimal(BigDecimal.valueOf(now.cents(), 2), 8))
        .put("source_ts_ms", now.at().toEpochMilli())
        .put("received_at", now.at().toEpochMilli());
  }

  private static String decimal(BigDecimal value, int places) {
    return value.setScale(places, RoundingMode.UNNECESSARY).toPlainString();
  }
}
