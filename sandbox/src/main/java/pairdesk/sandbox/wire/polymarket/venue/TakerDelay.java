package pairdesk.sandbox.wire.polymarket.venue;

import java.time.Duration;
import java.util.Optional;
import pairdesk.sandbox.catalogue.PolymarketListing;
import pairdesk.sandbox.exchange.VenueModes;

/** How a market holds an order that would trade at once, so that makers can step back. */
public sealed interface TakerDelay {
  record None() implements TakerDelay {}

  /** The request waits for its answer; crypto markets do so ({@code itode}). */
  record Held(Duration span) implements TakerDelay {}

  /** The answer comes at once and says so; sports markets do so ({@code seconds_delay}). */
  record Announced(Duration span) implements TakerDelay {}

  /** Since 2026-08-17. */
  Duration CRYPTO = Duration.ofMillis(50);

  /** The delay in force: the one that was set for the market, else that of its kind. */
  static TakerDelay of(PolymarketListing listing, VenueModes modes) {
    Duration set = modes.takerDelay(listing.id());
    if (!set.isZero()) {
      return new Announced(set);
    }
    return listing.trading().feeType().startsWith("crypto") ? new Held(CRYPTO) : new None();
  }

  /** As {@code seconds_delay} tells it. */
  default long seconds() {
    return this instanceof Announced(var span) ? span.toSeconds() : 0;
  }

  /** The seconds where there are any: a listing does not mention a delay that is none. */
  default Optional<Long> describe() {
    return Optional.of(seconds()).filter(seconds -> seconds > 0);
  }
}
