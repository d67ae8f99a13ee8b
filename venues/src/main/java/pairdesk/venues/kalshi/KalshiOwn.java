package pairdesk.venues.kalshi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.order.ClientOrderId;

/**
 * Which instrument each of our latest orders was for: Kalshi speaks of bids and asks of YES, and
 * only we know that an ask was meant as a purchase of NO. Safe for many threads.
 */
final class KalshiOwn {
  private static final int REMEMBERED = 20_000;

  private final Map<ClientOrderId, Instrument> instruments =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ClientOrderId, Instrument> eldest) {
          return size() > REMEMBERED;
        }
      };

  synchronized void remember(ClientOrderId id, Instrument instrument) {
    instruments.put(id, instrument);
  }

  synchronized Optional<Instrument> instrument(@Nullable ClientOrderId id) {
    return Optional.ofNullable(instruments.get(id));
  }

  /** Null for the ids of other programs that could not be ours. */
  static @Nullable ClientOrderId id(@Nullable String wire) {
    if (wire == null) {
      return null;
    }
    try {
      return new ClientOrderId(wire);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
