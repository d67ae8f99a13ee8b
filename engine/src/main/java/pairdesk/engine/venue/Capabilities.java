package pairdesk.engine.venue;

import java.time.Duration;

/**
 * What a venue can do; contract suites skip what it declares not to have.
 *
 * @param provisionalFills a fill may still be taken back after it is reported
 * @param idempotentIds the same client id is accepted at most once, for ever
 * @param lateArrivalWindow how long after a time-out an order may still appear; zero where the
 *     venue can be fenced or answers definitively
 * @param readLag how long reads may lag behind the engine of the venue
 */
public record Capabilities(
    boolean provisionalFills,
    boolean idempotentIds,
    Duration lateArrivalWindow,
    Duration readLag) {}
