package pairdesk.engine.venue;

import pairdesk.engine.market.VenueId;
import pairdesk.engine.order.Fill;

/** The private stream of one venue: our orders and fills as they happen. */
public interface AccountFeed extends AutoCloseable {
  VenueId venue();

  /** Connects and reports to the listener from now on, on the feed's own threads. */
  void start(Listener listener);

  @Override
  void close();

  /** Told by the feed's threads; must not block. The same fact may be told more than once. */
  interface Listener {
    void orderUpdated(OrderUpdate update);

    void fillReported(Fill fill);

    /** Reconnected or in doubt: facts may have been missed, read the account. */
    void readAgain(VenueId venue, String cause);

    void venueChanged(VenueStatus status);
  }
}
