package pairdesk.venues.kalshi;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.venue.AccountFeed;
import pairdesk.engine.venue.OrderUpdate;
import pairdesk.engine.venue.VenueStatus;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.engine.venue.VenueStatus.Part;

/** Remembers what a private stream told. */
final class AccountRecorder implements AccountFeed.Listener {
  final List<OrderUpdate> orders = new CopyOnWriteArrayList<>();
  final List<Fill> fills = new CopyOnWriteArrayList<>();
  final List<String> readings = new CopyOnWriteArrayList<>();
  final List<VenueStatus> statuses = new CopyOnWriteArrayList<>();

  @Override
  public void orderUpdated(OrderUpdate update) {
    orders.add(update);
  }

  @Override
  public void fillReported(Fill fill) {
    fills.add(fill);
  }

  @Override
  public void readAgain(VenueId venue, String cause) {
    readings.add(cause);
  }

  @Override
  public void venueChanged(VenueStatus status) {
    statuses.add(status);
  }

  /** The latest health of this part; DISABLED while nothing was told. */
  Health health(Part part) {
    return statuses.stream()
        .filter(status -> status.part() == part)
        .map(VenueStatus::health)
        .reduce(Health.DISABLED, (_, next) -> next);
  }
}
