package pairdesk.engine.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import pairdesk.engine.market.VenueId;

/** Trips when several orders at a venue are unknown, or one for long; until they are resolved. */
record UnknownOrderCount(BreakerLimits.Orders limits, Map<VenueId, List<Instant>> since)
    implements Breaker {

  UnknownOrderCount {
    since = Map.copyOf(since);
  }

  @Override
  public Reaction on(BreakerFact fact, SortedMap<String, BreakerState> tripped, Instant now) {
    // after a restart, nothing is known of unknown orders until someone has said so
    boolean told = fact instanceof BreakerFact.UnknownOrders;
    if (!told && since.isEmpty()) {
      return Reaction.none(this);
    }
    var next =
        fact instanceof BreakerFact.UnknownOrders unknown
            ? new UnknownOrderCount(limits, unknown.since())
            : this;
    var causes = next.causes(now);
    var resets = new TreeSet<>(tripped.keySet());
    resets.removeIf(name ->
        causes.containsKey(name)
            || BreakerKind.parse(name).filter(BreakerKind.UNKNOWN_ORDERS::equals).isEmpty());
    var trips = new ArrayList<BreakerState>();
    causes.forEach((name, cause) -> trips.add(new BreakerState(name, cause, now, null)));
    return new Reaction(next, trips, told ? List.copyOf(resets) : List.of());
  }

  @Override
  public Breaker under(BreakerLimits changed) {
    return new UnknownOrderCount(changed.orders(), since);
  }

  @Override
  public Optional<Instant> nextDue() {
    return since.values().stream()
        .flatMap(List::stream)
        .map(start -> start.plus(limits.unknownFor()))
        .min(Instant::compareTo);
  }

  private SortedMap<String, String> causes(Instant now) {
    var causes = new TreeMap<String, String>();
    since.forEach((venue, starts) -> {
      Optional<Duration> longest =
          starts.stream().min(Instant::compareTo).map(start -> Duration.between(start, now));
      if (starts.size() >= limits.unknownAtOneVenue()) {
        causes.put(
            BreakerKind.UNKNOWN_ORDERS.at(venue),
            starts.size() + " orders of unknown outcome at " + venue.label());
      } else if (longest.isPresent() && longest.get().compareTo(limits.unknownFor()) >= 0) {
        causes.put(
            BreakerKind.UNKNOWN_ORDERS.at(venue),
            "an order at "
                + venue.label()
                + " is of unknown outcome for "
                + longest.get().toSeconds()
                + " s");
      }
    });
    return causes;
  }
}
