package pairdesk.engine.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Instrument;

/**
 * Everything needed to find an order of ours at its venue again.
 *
 * @param venueKey what the order is known by before the venue answered: Kalshi: our client id;
 *     Polymarket: the order digest
 * @param venueOrderId the venue's id; null until it is known
 * @param sentAt when it left at the earliest
 */
public record OrderRef(
    ClientOrderId id,
    Instrument instrument,
    String venueKey,
    @Nullable String venueOrderId,
    Instant sentAt) {}
