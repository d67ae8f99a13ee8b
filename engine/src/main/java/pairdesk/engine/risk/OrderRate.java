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
 *
 * @param recent oldest first
 */
record OrderRate(BreakerLimits.Orders limits, List<Sent> recent) implements Breaker {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /**
   * @param total entries ever sent, these counted: the difference of two says how many lie between
   */
  record Sent(Instant at, ExecutionId execution, int orders, int entries, long total) {}

  OrderRate {
    recent = List.copyOf(recent);
  }

  @Override
  public Reaction on(BreakerFact fact, SortedMap<String, BreakerState> tripped, Instant now) {
    if (!(fact instanceof BreakerFact.OrdersSent sent)) {
      return Reaction.none(this);
    }
    Duration longest = limits.burst().compareTo(MINUTE) > 0 ? limits.burst() : MINUTE;
    var kept = new ArrayList<>(recent.subList(firstAfter(now.minus(longest)), recent.size()));
    long before = recent.isEmpty() ? 0 : recent.getLast().total();
    kept.add(
        new Sent(now, sent.execution(), sent.orders(), sent.entries(), before + sent.entries()));
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

  private Optional<String> cause(BreakerFact.OrdersSent last, Instant now) {
    int ofExecution = ofExecution(last.execution(), now.minus(limits.burst()));
    Sent first = recent.get(firstAfter(now.minus(MINUTE)));
    long entries = recent.getLast().total() - first.total() + first.entries();
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

  private int firstAfter(Instant moment) {
    int first = 0;
    while (first < recent.size() && !recent.get(first).at().isAfter(moment)) {
      first++;
    }
    return first;
  }

  private int ofExecution(ExecutionId execution, Instant since) {
    int orders = 0;
    for (Sent sent : recent.reversed()) {
      if (!sent.at().isAfter(since)) {
        break;
      }
      orders += sent.execution().equals(execution) ? sent.orders() : 0;
    }
    return orders;
  }
}
