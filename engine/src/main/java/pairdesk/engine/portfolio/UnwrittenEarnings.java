package pairdesk.engine.portfolio;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.VenueId;

/**
 * What stored fills have earned and the rows of profit and loss do not know: a repair commits its
 * fills ahead of the rows that the journal writes behind them. Of a pair every venue has one
 * market, so that the fold of that market is all that its rows of a day can come from, whatever the
 * strategy. What belongs to no pair is left as it was written.
 */
final class UnwrittenEarnings {
  private final Map<PnlKey, Earned> written;
  private final Map<Rows, Earned> sums = new HashMap<>();

  /** All rows of a pair on one venue and day, whatever the strategy. */
  private record Rows(LocalDate day, VenueId venue, @Nullable PairId pair) {
    static Rows of(PnlKey key) {
      return new Rows(key.day(), key.venue(), key.attribution().pair());
    }
  }

  UnwrittenEarnings(Map<PnlKey, Earned> written) {
    this.written = Map.copyOf(written);
    written.forEach((key, earned) -> sums.merge(Rows.of(key), earned, Earned::plus));
  }

  /**
   * Of one market, by the row that it is missing from.
   *
   * @param fold what all its fills have earned
   */
  Map<PnlKey, Earned> of(Map<PnlKey, Earned> fold) {
    var missing = new HashMap<Rows, Earned>();
    var rows = new TreeMap<PnlKey, Earned>();
    fold.forEach((key, earned) -> {
      if (key.attribution().pair() != null) {
        missing.merge(Rows.of(key), earned, Earned::plus);
      }
    });
    missing.replaceAll((of, all) -> all.minus(sums.getOrDefault(of, Earned.NOTHING)));
    new TreeMap<>(fold)
        .forEach((key, earned) -> {
          Earned known = written.getOrDefault(key, Earned.NOTHING);
          Earned rest = missing.getOrDefault(Rows.of(key), Earned.NOTHING);
          if (!earned.equals(known) && !rest.equals(Earned.NOTHING)) {
            rows.put(key, rest);
            missing.remove(Rows.of(key));
          }
        });
    return rows;
  }
}
