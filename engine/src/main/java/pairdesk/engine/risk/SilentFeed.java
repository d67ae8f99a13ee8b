package pairdesk.engine.risk;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** Trips when a venue's whole feed is silent, until one of its books is confirmed again. */
record SilentFeed() implements Breaker {
  @Override
  public Reaction on(BreakerFact fact, SortedMap<String, BreakerState> tripped, Instant now) {
    if (fact instanceof BreakerFact.FeedSilent(var venue, var span)) {
      String cause =
          "no book of %s was confirmed for %d s".formatted(venue.label(), span.toSeconds());
      return Reaction.trip(this, new BreakerState(BreakerKind.FEED.at(venue), cause, now, null));
    }
    return fact instanceof BreakerFact.FeedHeard(var venue)
            && tripped.containsKey(BreakerKind.FEED.at(venue))
        ? new Reaction(this, List.of(), List.of(BreakerKind.FEED.at(venue)))
        : Reaction.none(this);
  }
}
