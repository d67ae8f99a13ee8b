package pairdesk.engine.risk;

import java.time.Instant;
import java.util.SortedMap;

/** Trips when too many executions fail without a completed one between them. */
record FailedExecutions(BreakerLimits.Failures limits, int inARow) implements Breaker {

  @Override
  public Reaction on(BreakerFact fact, SortedMap<String, BreakerState> tripped, Instant now) {
    if (!(fact instanceof BreakerFact.ExecutionEnded ended)) {
      return Reaction.none(this);
    }
    return ended.failed()
        ? failed(ended.what(), now)
        : Reaction.none(new FailedExecutions(limits, 0));
  }

  @Override
  public Breaker under(BreakerLimits changed) {
    return new FailedExecutions(changed.failures(), inARow);
  }

  private Reaction failed(String what, Instant now) {
    int count = inARow + 1;
    if (count < limits.inARow()) {
      return Reaction.none(new FailedExecutions(limits, count));
    }
    String cause = count + " executions in a row failed, the last: " + what;
    return Reaction.trip(
        new FailedExecutions(limits, 0),
        new BreakerState(
            BreakerKind.FAILED_EXECUTIONS.code(), cause, now, now.plus(limits.pause())));
  }
}
