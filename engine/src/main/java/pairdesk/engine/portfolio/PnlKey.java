package pairdesk.engine.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import pairdesk.engine.market.VenueId;

/** Which row of profit and loss. */
record PnlKey(LocalDate day, VenueId venue, Attribution attribution) implements Comparable<PnlKey> {
  private static final Comparator<PnlKey> ORDER =
      Comparator.comparing(PnlKey::day)
          .thenComparing(PnlKey::venue)
          .thenComparing(PnlKey::attribution);

  static PnlKey of(Instant at, VenueId venue, Attribution attribution) {
    return new PnlKey(LocalDate.ofInstant(at, ZoneOffset.UTC), venue, attribution);
  }

  static PnlKey of(PnlDay row) {
    return new PnlKey(row.day(), row.venue(), new Attribution(row.strategy(), row.pair()));
  }

  PnlDay row(Earned earned) {
    return new PnlDay(
        day, venue, attribution.strategy(), attribution.pair(), earned.realised(), earned.fees());
  }

  @Override
  public int compareTo(PnlKey other) {
    return ORDER.compare(this, other);
  }
}
