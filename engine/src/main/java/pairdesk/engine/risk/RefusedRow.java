package pairdesk.engine.risk;

import java.time.Instant;
import java.util.SortedMap;

/**
 * Trips when the database refused a fact: after a restart our books would lack it. Until a person
 * has looked.
 */
record RefusedRow() implements Breaker {

  @Override
  public Reaction on(BreakerFact fact, SortedMap<String, BreakerState> tripped, Instant now) {
    return fact instanceof BreakerFact.RowRefused refused
        ? Reaction.trip(
            this,
            new BreakerState(
                BreakerKind.ROW_REFUSED.code(),
                "the database refused a row: " + refused.what(),
                now,
                null))
        : Reaction.none(this);
  }
}
