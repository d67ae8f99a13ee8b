package pairdesk.engine.risk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Trips when the database takes long to commit intents, which every order waits for; lets go after
 * a while without slow commits. None at all count as that, as entries are off meanwhile.
 */
record SlowCommits(BreakerLimits.Latency limits, LatencyWindow commits, CalmWatch watch)
    implements Breaker {
  private static final String NAME = BreakerKind.COMMIT.code();

  static SlowCommits of(BreakerLimits.Latency limits) {
    return new SlowCommits(limits, LatencyWindow.EMPTY, CalmWatch.of(limits.p95().quiet()));
  }

  @Override
  public Reaction on(BreakerFact fact, SortedMap<String, BreakerState> tripped, Instant now) {
    if (fact instanceof BreakerFact.CommitMeasured measured) {
      LatencyWindow more = commits.add(new LatencyWindow.Sample(now, measured.took()), limits);
      List<BreakerState> trips =
          more.tooSlow(limits, "commits").map(c -> new BreakerState(NAME, c, now, null)).stream()
              .toList();
      return new Reaction(new SlowCommits(limits, more, seen(more)), trips, List.of());
    }
    if (!tripped.containsKey(NAME)) {
      return Reaction.none(this);
    }
    LatencyWindow recent = commits.since(now.minus(limits.window()));
    CalmWatch next = recent.isCalm(limits) ? watch.calm(NAME, now) : watch.disturbed(NAME);
    return next.isOver(NAME, now)
        ? new Reaction(
            new SlowCommits(limits, recent, next.disturbed(NAME)), List.of(), List.of(NAME))
        : Reaction.none(new SlowCommits(limits, recent, next));
  }

  private CalmWatch seen(LatencyWindow more) {
    return more.isCalm(limits) ? watch : watch.disturbed(NAME);
  }

  @Override
  public Breaker under(BreakerLimits changed) {
    return new SlowCommits(changed.lag().commit(), commits, watch);
  }

  @Override
  public Optional<Instant> nextDue() {
    return watch.nextDue();
  }
}
