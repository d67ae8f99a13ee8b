package pairdesk.engine.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * Trips when a venue's clock and ours are too far apart; per venue. Only a new measurement can tell
 * that the clock is right again.
 */
record ClockSkew(BreakerLimits.Recovery limits, CalmWatch watch) implements Breaker {

  static ClockSkew of(BreakerLimits.Recovery limits) {
    return new ClockSkew(limits, CalmWatch.of(limits.quiet()));
  }

  @Override
  public Reaction on(BreakerFact fact, SortedMap<String, BreakerState> tripped, Instant now) {
    if (!(fact instanceof BreakerFact.ClockMeasured measured)) {
      return Reaction.none(this);
    }
    String name = BreakerKind.CLOCK.at(measured.venue());
    Duration off = measured.offset().abs();
    if (off.compareTo(limits.trip()) > 0) {
      String cause =
          "clock is " + off.toMillis() + " ms off, of at most " + limits.trip().toMillis();
      return Reaction.trip(
          new ClockSkew(limits, watch.disturbed(name)), new BreakerState(name, cause, now, null));
    }
    if (!tripped.containsKey(name) || off.compareTo(limits.reset()) >= 0) {
      return Reaction.none(new ClockSkew(limits, watch.disturbed(name)));
    }
    CalmWatch calm = watch.calm(name, now);
    return calm.isOver(name, now)
        ? new Reaction(new ClockSkew(limits, calm.disturbed(name)), List.of(), List.of(name))
        : Reaction.none(new ClockSkew(limits, calm));
  }

  @Override
  public Breaker under(BreakerLimits changed) {
    return new ClockSkew(changed.lag().clock(), watch);
  }
}
