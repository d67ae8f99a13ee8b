package pairdesk.engine.venue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.OrderState;

/**
 * The state of one order at its venue, from the private stream or a list.
 *
 * @param id our id; null where the venue does not echo it (Polymarket: found by the digest)
 * @param filled filled in total so far
 * @param reason the venue's word for why, untrusted; may be empty
 */
public record OrderUpdate(
    VenueId venue,
    @Nullable ClientOrderId id,
    String venueOrderId,
    OrderState state,
    Quantity filled,
    String reason,
    Instant at) {}
