package pairdesk.engine.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import pairdesk.engine.control.Mode;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.risk.BreakerFact;
import pairdesk.engine.risk.BreakerKind;
import pairdesk.engine.risk.BreakerState;

/**
 * Notices in LIVE that a venue's whole feed is silent: its stream is down, and no read confirms a
 * book in its stead. A book that is silent alone only leaves the view.
 *
 * <p>Silence is asked about twice, so that a process that stood still does not take its own sleep
 * for the venue's.
 */
final class Feeds {
  private static final Duration SILENT = Duration.ofSeconds(20);
  private static final Duration CERTAIN = Duration.ofSeconds(10);

  private final Parts parts;
  private final Map<VenueId, Instant> since = new HashMap<>();
  private final Map<VenueId, Instant> doubted = new HashMap<>();

  Feeds(Parts parts) {
    this.parts = parts;
  }

  /**
   * @param wanted venues of which any book is
   */
  void look(Set<VenueId> wanted, Turn turn) {
    boolean live = parts.desk().controls().mode() == Mode.LIVE;
    for (VenueId venue : parts.venues().ids()) {
      if (live && wanted.contains(venue) && parts.venues().isStreamDown(venue)) {
        listen(venue, turn);
      } else {
        since.remove(venue);
        doubted.remove(venue);
      }
    }
    for (BreakerState state : parts.stops().breakers().tripped()) {
      for (VenueId venue : parts.venues().ids()) {
        boolean heard = parts.venues().lastTick(venue).isAfter(state.since());
        if (heard && state.name().equals(BreakerKind.FEED.at(venue))) {
          parts.stops().on(new BreakerFact.FeedHeard(venue), turn);
        }
      }
    }
  }

  /** A stream that has just gone down, or is wanted for the first time, has as long as any. */
  private void listen(VenueId venue, Turn turn) {
    Instant from = since.computeIfAbsent(venue, _ -> turn.now());
    Instant last = parts.venues().lastTick(venue);
    Instant silent = (last.isAfter(from) ? last : from).plus(SILENT);
    if (turn.now().isBefore(silent)) {
      doubted.remove(venue);
      turn.lookAgain(silent);
      return;
    }
    Instant certain = doubted.computeIfAbsent(venue, _ -> turn.now()).plus(CERTAIN);
    if (turn.now().isBefore(certain)) {
      turn.lookAgain(certain);
    } else {
      Duration span = Duration.between(silent, turn.now()).plus(SILENT);
      parts.stops().on(new BreakerFact.FeedSilent(venue, span), turn);
    }
  }
}
