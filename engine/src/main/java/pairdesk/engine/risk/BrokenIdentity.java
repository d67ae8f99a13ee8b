package pairdesk.engine.risk;

import java.time.Instant;
import java.util.SortedMap;

/** Trips when our own books do not add up, until a person has found the cause. */
record BrokenIdentity() implements Breaker {

  @Override
  public Reaction on(BreakerFact fact, SortedMap<String, BreakerState> tripped, Instant now) {
    return fact instanceof BreakerFact.IdentityBroken broken
        ? Reaction.trip(
            this, new BreakerState(BreakerKind.IDENTITY.code(), broken.what(), now, null))
        : Reaction.none(this);
  }
}
