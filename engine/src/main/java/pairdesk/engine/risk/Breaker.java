package pairdesk.engine.risk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** One automatic stop with its memory, immutable. */
sealed interface Breaker
    permits FailedExecutions,
        DayLoss,
        Drawdown,
        OrderLatency,
        ClockSkew,
        JournalBacklog,
        SlowCommits,
        UnknownOrderCount,
        OrderRate,
        BrokenIdentity,
        RefusedRow,
        SilentFeed,
        EngineStall {

  /**
   * Looks at a fact; facts that do not concern it change nothing.
   *
   * @param tripped all breakers that are tripped now, by name
   */
  Reaction on(BreakerFact fact, SortedMap<String, BreakerState> tripped, Instant now);

  /**
   * The same one under other limits: it goes on from what it has counted and measured. Itself, when
   * it has none.
   */
  default Breaker under(BreakerLimits changed) {
    return this;
  }

  /** When it wants to look again though nothing happens; empty for one that only facts move. */
  default Optional<Instant> nextDue() {
    return Optional.empty();
  }

  /**
   * @param trips breakers to trip; one that is tripped already stays as it was
   * @param resets names to reset
   */
  record Reaction(Breaker next, List<BreakerState> trips, List<String> resets) {
    static Reaction none(Breaker next) {
      return new Reaction(next, List.of(), List.of());
    }

    static Reaction trip(Breaker next, BreakerState trip) {
      return new Reaction(next, List.of(trip), List.of());
    }
  }
}
