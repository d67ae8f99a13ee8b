package pairdesk.engine.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;

/**
 * All automatic stops, immutable: {@link #on} gives the next state. The engine holds the current
 * one. What is tripped survives a restart by its rows; windows and counts start anew.
 */
public final class Breakers {
  private final List<Breaker> breakers;
  private final SortedMap<String, BreakerState> tripped;
  private final boolean atRest;

  private Breakers(List<Breaker> breakers, SortedMap<String, BreakerState> tripped) {
    this.breakers = List.copyOf(breakers);
    this.tripped = Collections.unmodifiableSortedMap(tripped);
    this.atRest =
        tripped.isEmpty() && this.breakers.stream().allMatch(one -> one.nextDue().isEmpty());
  }

  public static Breakers initial(Limits limits) {
    return from(limits, List.of(), Usd.ZERO);
  }

  /**
   * As they were when the process ended.
   *
   * @param stored those that were tripped; the ones whose time has passed reset on the next fact
   * @param highWater highest equity ever seen
   */
  public static Breakers from(Limits limits, List<BreakerState> stored, Usd highWater) {
    BreakerLimits all = limits.breakers();
    List<Breaker> breakers =
        List.of(
            new FailedExecutions(all.failures(), 0),
            new DayLoss(all.losses().day()),
            new Drawdown(all.losses().drawdown(), highWater, highWater),
            OrderLatency.of(all.lag().latency()),
            ClockSkew.of(all.lag().clock()),
            JournalBacklog.of(all.lag().journal()),
            SlowCommits.of(all.lag().commit()),
            new UnknownOrderCount(all.orders(), Map.of()),
            new OrderRate(all.orders(), List.of()),
            new BrokenIdentity(),
            new RefusedRow(),
            new SilentFeed(),
            new EngineStall(all.lag().afterStall()));
    var tripped = new TreeMap<String, BreakerState>();
    stored.forEach(state -> tripped.put(state.name(), state));
    return new Breakers(breakers, tripped);
  }

  /**
   * What a fact led to.
   *
   * @param tripped those that were not tripped before
   * @param reset names of those that are no longer tripped
   */
  public record Step(Breakers next, List<BreakerState> tripped, List<String> reset) {
    public Step {
      tripped = List.copyOf(tripped);
      reset = List.copyOf(reset);
    }
  }

  public Step on(BreakerFact fact, Instant now) {
    var state = new TreeMap<>(tripped);
    var reset = new TreeSet<>(due(fact, now));
    state.keySet().removeAll(reset);
    var next = new ArrayList<Breaker>();
    var trips = new ArrayList<BreakerState>();
    for (Breaker breaker : breakers) {
      Breaker.Reaction reaction = breaker.on(fact, Collections.unmodifiableSortedMap(state), now);
      next.add(reaction.next());
      for (String name : reaction.resets()) {
        state.remove(name);
        reset.add(name);
      }
      for (BreakerState trip : reaction.trips()) {
        if (state.putIfAbsent(trip.name(), trip) == null) {
          trips.add(trip);
        }
      }
    }
    return new Step(new Breakers(next, state), trips, List.copyOf(reset));
  }

  /**
   * The same breakers under other limits: they go on from what they have counted, and what is
   * tripped stays so until it lets go.
   */
  public Breakers under(Limits limits) {
    return new Breakers(
        breakers.stream().map(breaker -> breaker.under(limits.breakers())).toList(), tripped);
  }

  /** As if these were tripped too. */
  public Breakers with(List<BreakerState> others) {
    var all = new TreeMap<>(tripped);
    others.forEach(state -> all.putIfAbsent(state.name(), state));
    return new Breakers(breakers, all);
  }

  /** What is tripped now, by name. */
  public List<BreakerState> tripped() {
    return List.copyOf(tripped.values());
  }

  /** What stops new risk at this venue, if anything does. */
  public Optional<BreakerState> blocksEntries(VenueId venue) {
    return tripped.values().stream()
        .filter(state ->
            switch (consequence(state)) {
              case VENUE_ENTRIES_OFF, NO_ORDERS -> BreakerKind.concerns(state.name(), venue);
              case ENTRIES_OFF, MONITOR, HALT -> true;
            })
        .findFirst();
  }

  /** What stops every order at this venue, hedges too, if anything does. */
  public Optional<BreakerState> blocksOrders(VenueId venue) {
    return tripped.values().stream()
        .filter(state -> consequence(state) == Consequence.NO_ORDERS)
        .filter(state -> BreakerKind.concerns(state.name(), venue))
        .findFirst();
  }

  /** What this breaker stops; one that this version does not know stops all entries. */
  public static Consequence consequence(BreakerState breaker) {
    return BreakerKind.parse(breaker.name())
        .map(BreakerKind::consequence)
        .orElse(Consequence.ENTRIES_OFF);
  }

  /** Whether a person may reset the breaker of this name; the others let go by themselves. */
  public static boolean isResettable(String name) {
    return BreakerKind.parse(name).map(BreakerKind::isResettable).orElse(true);
  }

  /** Highest equity ever seen, to be stored. */
  public Usd highWater() {
    return of(Drawdown.class).map(Drawdown::highWater).findFirst().orElse(Usd.ZERO);
  }

  /** 95th percentile of the venue's order path over the last minute; empty without orders. */
  public Optional<Duration> latency(VenueId venue, Instant now) {
    return of(OrderLatency.class).findFirst().flatMap(latency -> latency.p95(venue, now));
  }

  /** Nothing is tripped and nothing waited for: the passing of time changes nothing. */
  public boolean isAtRest() {
    return atRest;
  }

  /** When a {@link BreakerFact.Tick} is due though nothing else happens. */
  public Optional<Instant> nextDue() {
    return Stream.concat(
            breakers.stream().flatMap(breaker -> breaker.nextDue().stream()),
            tripped.values().stream().flatMap(state -> Optional.ofNullable(state.until()).stream()))
        .min(Instant::compareTo);
  }

  /** Those whose time has come, and the one that a person resets. */
  private List<String> due(BreakerFact fact, Instant now) {
    return tripped.values().stream()
        .filter(state ->
            isOver(state, now)
                || (fact instanceof BreakerFact.PersonReset reset
                    && reset.name().equals(state.name())
                    && isResettable(state.name())))
        .map(BreakerState::name)
        .toList();
  }

  private static boolean isOver(BreakerState state, Instant now) {
    Instant until = state.until();
    return until != null && !now.isBefore(until);
  }

  private <T extends Breaker> Stream<T> of(Class<T> type) {
    return breakers.stream().filter(type::isInstance).map(type::cast);
  }
}
