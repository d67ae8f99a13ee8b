package pairdesk.engine.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import pairdesk.engine.market.VenueId;

/**
 * Trips when the order path of a venue is slow, by its 95th percentile or by some slow answers in a
 * row; per venue. Lets go after a while without slow answers; nothing sent counts as that, as in
 * MONITOR nothing is sent.
 */
record OrderLatency(
    BreakerLimits.Latency limits, Map<VenueId, LatencyWindow> windows, CalmWatch watch)
    implements Breaker {

  OrderLatency {
    windows = Map.copyOf(windows);
  }

  static OrderLatency of(BreakerLimits.Latency limits) {
    return new OrderLatency(limits, Map.of(), CalmWatch.of(limits.p95().quiet()));
  }

  @Override
  public Reaction on(BreakerFact fact, SortedMap<String, BreakerState> tripped, Instant now) {
    if (fact instanceof BreakerFact.OrderAnswered answered) {
      return answered(answered, now);
    }
    if (tripped.isEmpty()) {
      return Reaction.none(this);
    }
    CalmWatch next = watch;
    var resets = new ArrayList<String>();
    for (String name : tripped.keySet()) {
      Optional<VenueId> venue = venue(name);
      if (venue.isPresent()) {
        boolean calm = window(venue.get(), now).isCalm(limits);
        next = calm ? next.calm(name, now) : next.disturbed(name);
        if (next.isOver(name, now)) {
          next = next.disturbed(name);
          resets.add(name);
        }
      }
    }
    return new Reaction(new OrderLatency(limits, windows, next), List.of(), resets);
  }

  @Override
  public Breaker under(BreakerLimits changed) {
    return new OrderLatency(changed.lag().latency(), windows, watch);
  }

  @Override
  public Optional<Instant> nextDue() {
    return watch.nextDue();
  }

  /** 95th percentile over the window; empty without orders. */
  Optional<Duration> p95(VenueId venue, Instant now) {
    return window(venue, now).p95();
  }

  private Reaction answered(BreakerFact.OrderAnswered answered, Instant now) {
    LatencyWindow window =
        windows
            .getOrDefault(answered.venue(), LatencyWindow.EMPTY)
            .add(new LatencyWindow.Sample(now, answered.latency()), limits);
    var all = new TreeMap<>(windows);
    all.put(answered.venue(), window);
    String name = BreakerKind.LATENCY.at(answered.venue());
    CalmWatch next = window.isCalm(limits) ? watch : watch.disturbed(name);
    return new Reaction(
        new OrderLatency(limits, all, next),
        window.tooSlow(limits, "orders").map(c -> new BreakerState(name, c, now, null)).stream()
            .toList(),
        List.of());
  }

  private LatencyWindow window(VenueId venue, Instant now) {
    return windows.getOrDefault(venue, LatencyWindow.EMPTY).since(now.minus(limits.window()));
  }

  private static Optional<VenueId> venue(String name) {
    return BreakerKind.parse(name)
        .filter(kind -> kind == BreakerKind.LATENCY)
        .map(kind -> new VenueId(name.substring(kind.code().length() + 1)));
  }
}
