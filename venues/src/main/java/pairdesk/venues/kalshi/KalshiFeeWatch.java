package pairdesk.venues.kalshi;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.market.Market;

/**
 * Which watched markets may have other fees by now: those whose announced change is due, and those
 * whose event the stream has named. Safe for many threads.
 */
final class KalshiFeeWatch {
  private static final Logger LOG = LoggerFactory.getLogger(KalshiFeeWatch.class);

  private final KalshiFeeChanges changes;
  private final InstantSource clock;
  private final Set<String> named = new HashSet<>();
  private List<KalshiFeeChanges.Change> upcoming = List.of();

  KalshiFeeWatch(KalshiFeeChanges changes, InstantSource clock) {
    this.changes = changes;
    this.clock = clock;
  }

  /** Reads what is announced. Called regularly; changes that are due meanwhile are kept. */
  void read() {
    List<KalshiFeeChanges.Change> announced = changes.upcoming();
    synchronized (this) {
      Instant now = clock.instant();
      var all = new ArrayList<>(announced);
      upcoming.stream()
          .filter(change -> !change.at().isAfter(now) && !announced.contains(change))
          .forEach(all::add);
      upcoming = List.copyOf(all);
    }
    LOG.atDebug().addKeyValue("count", announced.size()).log("announced fee changes");
  }

  /** The stream said that this event's fees are others now. */
  synchronized void changed(String event) {
    named.add(event);
  }

  /** Those of the markets whose fees must be read again; each change is told once. */
  synchronized List<Market> due(Collection<Market> watched) {
    Instant now = clock.instant();
    List<KalshiFeeChanges.Change> reached =
        upcoming.stream().filter(change -> !change.at().isAfter(now)).toList();
    List<Market> due = watched.stream().filter(market -> isDue(market, reached)).toList();
    upcoming = upcoming.stream().filter(change -> change.at().isAfter(now)).toList();
    named.clear();
    return due;
  }

  private boolean isDue(Market market, List<KalshiFeeChanges.Change> changed) {
    String event = market.listing().eventCode();
    return named.contains(event)
        || changed.stream().anyMatch(change -> change.concerns(market.id(), event));
  }
}
