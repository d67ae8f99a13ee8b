package pairdesk.engine.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Trips when rows wait too long to be written; lets go a while after the journal has caught up. */
record JournalBacklog(Duration most, CalmWatch watch) implements Breaker {
  private static final Duration QUIET = Duration.ofMinutes(1);
  private static final String NAME = BreakerKind.JOURNAL.code();

  static JournalBacklog of(Duration most) {
    return new JournalBacklog(most, CalmWatch.of(QUIET));
  }

  @Override
  public Reaction on(BreakerFact fact, SortedMap<String, BreakerState> tripped, Instant now) {
    CalmWatch next = watch;
    if (fact instanceof BreakerFact.JournalLagged lagged) {
      if (lagged.lag().compareTo(most) > 0) {
        String cause =
            "the journal is "
                + lagged.lag().toMillis()
                + " ms behind, of at most "
                + most.toMillis();
        return Reaction.trip(
            new JournalBacklog(most, watch.disturbed(NAME)),
            new BreakerState(NAME, cause, now, null));
      }
      next = tripped.containsKey(NAME) ? watch.calm(NAME, now) : watch;
    }
    return next.isOver(NAME, now)
        ? new Reaction(new JournalBacklog(most, next.disturbed(NAME)), List.of(), List.of(NAME))
        : Reaction.none(new JournalBacklog(most, next));
  }

  @Override
  public Breaker under(BreakerLimits changed) {
    return new JournalBacklog(changed.lag().journal(), watch);
  }

  @Override
  public Optional<Instant> nextDue() {
    return watch.nextDue();
  }
}
