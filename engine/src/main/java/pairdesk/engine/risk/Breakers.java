package pairdesk.engine.risk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;

/** The automatic stops, immutable: {@link #on} returns the next state. */
public record Breakers(Limits limits, List<BreakerState> tripped) {

  public static Breakers initial(Limits limits) {
    return new Breakers(limits, List.of());
  }

  public static Breakers from(
      Limits limits, List<BreakerState> stored, Usd highWater, Instant now) {
    return new Breakers(limits, stored);
  }

  /** What a fact led to. */
  public record Step(Breakers next, List<BreakerState> tripped, List<String> reset) {}

  public Step on(BreakerFact fact, Instant now) {
    return new Step(this, List.of(), List.of());
  }

  /** What stops new risk at this venue, if anything does. */
  public Optional<BreakerState> blocksEntries(VenueId venue) {
    return Optional.empty();
  }

  /** What stops every order at this venue, hedges too, if anything does. */
  public Optional<BreakerState> blocksOrders(VenueId venue) {
    return Optional.empty();
  }

  /** What this breaker stops. */
  public static Consequence consequence(BreakerState breaker) {
    return Consequence.ENTRIES_OFF;
  }

  /** When something is due to be looked at again. */
  public Optional<Instant> nextDue() {
    return Optional.empty();
  }
}
