package pairdesk.engine.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import pairdesk.engine.order.ExecutionId;

/**
 * Trips when more orders leave than were meant to: by one execution beside its plan, or entries in
 * all. What a router without it can do in 45 minutes is on record (SEC release 70694, 2013).
 */
record OrderRate(BreakerLimits.Orders limits, List<Sent> recent) implements Breaker {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  record Sent(Instant at, ExecutionId execution, int orders, int entries) {}

  OrderRate {
    recent = List.copyOf(recent);
  }

  @Override
  public Reaction on(BreakerFact fact, SortedMap<String, BreakerState> tripped, Instant now) {
    if (!(fact instanceof BreakerFact.OrdersSent sent)) {
      return Reaction.none(this);
    }
    Duration longest = limits.burst().compareTo(MINUTE) > 0 ? limits.burst() : MINUTE;
    Instant from = now.minus(longest);
    var kept = new ArrayList<Sent>();
    recent.stream().filter(s -> s.at().isAfter(from)).forEach(kept::add);
    kept.add(new Sent(now, sent.execution(), sent.orders(), sent.entries()));
    var next = new OrderRate(limits, kept);
    return next.cause(sent, now)
        .map(cause ->
            Reaction.trip(next, new BreakerState(BreakerKind.ORDER_RATE.code(), cause, now, null)))
        .orElseGet(() -> Reaction.none(next));
  }

  @Override
  public Breaker under(BreakerLimits changed) {
    return new OrderRate(changed.orders(), recent);
  }

  @Override
  public Optional<Instant> nextDue() {
    return Optional.empty();
  }

  private Optional<String> cause(BreakerFact.OrdersSent last, Instant now) {
    Instant burst = now.minus(limits.burst());
    Instant minute = now.minus(MINUTE);
    int ofExecution = 0;
    int entries = 0;
    for (Sent sent : recent) {
      if (sent.execution().equals(last.execution()) && sent.at().isAfter(burst)) {
        ofExecution += sent.orders();
      }
      if (sent.at().isAfter(minute)) {
        entries += sent.entries();
      }
    }
    if (ofExecution > limits.overPlan() * last.planned()) {
      return Optional.of(
          "execution "
              + last.execution()
              + " sent "
              + ofExecution
              + " orders in "
              + limits.burst().toSeconds()
              + " s, its plan has "
              + last.planned());
    }
    return entries > limits.entriesPerMinute()
        ? Optional.of(entries + " entries in a minute, of at most " + limits.entriesPerMinute())
        : Optional.empty();
  }
}
