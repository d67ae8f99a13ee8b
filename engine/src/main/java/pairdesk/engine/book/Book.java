package pairdesk.engine.book;

import java.time.Duration;
import java.time.Instant;
import pairdesk.engine.market.Instrument;

/**
 * The resting orders of one instrument at one moment, immutable.
 *
 * <p>Kalshi publishes bids only: its feed builds the asks of YES from the bids of NO, so that every
 * book that reaches the engine has both sides.
 *
 * @param bids highest price first
 * @param asks lowest price first
 * @param version grows with every change that we applied to this instrument, per process
 * @param venueTime the venue's time of the change
 * @param confirmedAt our time at which we last knew that the venue's book was this one: receipt of
 *     a change, or of a snapshot or cross-check that agreed
 */
public record Book(
    Instrument instrument,
    Ladder bids,
    Ladder asks,
    long version,
    Instant venueTime,
    Instant confirmedAt) {

  public Duration age(Instant now) {
    return Duration.between(confirmedAt, now);
  }

  /** A best bid at or above the best ask: data that must not be traded on. */
  public boolean isCrossed() {
    return !bids.isEmpty() && !asks.isEmpty() && bids.priceE4(0) >= asks.priceE4(0);
  }

  /** The book of the other outcome, where both outcomes share one set of orders. */
  public Book mirrored() {
    return new Book(
        instrument.opposite(),
        asks.complement(),
        bids.complement(),
        version,
        venueTime,
        confirmedAt);
  }

  public Book confirmed(Instant at) {
    return new Book(instrument, bids, asks, version, venueTime, at);
  }
}
