package pairdesk.engine.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;

/** Trips when the engine comes back from a batch that took far too long; lets go by itself. */
record EngineStall(Duration pause) implements Breaker {

  @Override
  public Reaction on(BreakerFact fact, SortedMap<String, BreakerState> tripped, Instant now) {
    if (!(fact instanceof BreakerFact.EngineStalled(var busy))) {
      return Reaction.none(this);
    }
    String cause = "the engine worked on one batch for " + busy.toMillis() + " ms";
    return Reaction.trip(
        this, new BreakerState(BreakerKind.STALL.code(), cause, now, now.plus(pause)));
  }

  @Override
  public Breaker under(BreakerLimits changed) {
    return new EngineStall(changed.lag().afterStall());
  }
}
