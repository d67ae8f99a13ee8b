package pairdesk.engine.portfolio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ClientOrderId;

/** Dollars set aside for orders that are not terminal. */
final class Reservations {
  private final Map<ClientOrderId, Reservation> open = new LinkedHashMap<>();

  private record Reservation(Instrument instrument, Usd amount) {}

  void reserve(ClientOrderId id, Instrument instrument, Usd amount) {
    if (amount.isNegative()) {
      throw new IllegalArgumentException("a reservation below zero: " + amount + " for " + id);
    }
    open.put(id, new Reservation(instrument, amount));
  }

  /** What was set aside no longer is; says for which instrument. */
  Optional<Instrument> release(ClientOrderId id) {
    return Optional.ofNullable(open.remove(id)).map(Reservation::instrument);
  }

  /** A part was spent by a fill: it is a position now. */
  void spend(@Nullable ClientOrderId id, Usd amount) {
    if (id != null) {
      open.computeIfPresent(
          id,
          (_, kept) -> new Reservation(kept.instrument, kept.amount.minus(amount).max(Usd.ZERO)));
    }
  }

  Set<MarketId> markets() {
    return open.values().stream()
        .map(reservation -> reservation.instrument.market())
        .collect(Collectors.toSet());
  }

  Usd sum(Predicate<Instrument> where) {
    Usd sum = Usd.ZERO;
    for (Reservation reservation : open.values()) {
      if (where.test(reservation.instrument)) {
        sum = sum.plus(reservation.amount);
      }
    }
    return sum;
  }
}
