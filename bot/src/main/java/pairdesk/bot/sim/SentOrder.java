package pairdesk.bot.sim;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;

/**
 * An order as it goes over the wire.
 *
 * @param clientId as the venue is told it
 * @param venueKey what the venue knows it by before it answered
 * @param group Kalshi's order group that fences it; null elsewhere
 */
record SentOrder(
    OrderIntent intent, ClientOrderId clientId, String venueKey, @Nullable String group) {

  ClientOrderId id() {
    return intent.id();
  }

  OrderRef ref(Instant sentAt) {
    return new OrderRef(intent.id(), intent.instrument(), venueKey, null, sentAt);
  }
}
