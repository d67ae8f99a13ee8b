package pairdesk.engine.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.venue.VenueStatus;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.engine.venue.VenueStatus.Part;

/** What is known of each venue: its parts and its clock. */
final class Venues {
  private final Map<VenueId, Venue> venues = new TreeMap<>();
  private Map<VenueId, String> problems = Map.of();
  private Map<VenueId, String> tradingProblems = Map.of();

  private static final class Venue {
    final Map<Part, VenueStatus> status = new EnumMap<>(Part.class);
    Duration offset = Duration.ZERO;
    Instant lastTick = Instant.EPOCH;
  }

  Venues(Set<VenueId> ids) {
    ids.forEach(id -> venues.put(id, new Venue()));
  }

  Set<VenueId> ids() {
    return venues.keySet();
  }

  void changed(VenueStatus status, Turn turn) {
    VenueStatus before = venue(status.venue()).status.put(status.part(), status);
    problems = findProblems();
    tradingProblems = findTradingProblems();
    boolean isNews =
        before == null ? status.health() != Health.UP : before.health() != status.health();
    if (isNews) {
      turn.tell(new Notice.VenueChanged(status, turn.now()));
    }
  }

  void ticked(VenueId id, Instant at) {
    Venue venue = venue(id);
    if (at.isAfter(venue.lastTick)) {
      venue.lastTick = at;
    }
  }

  /** Whether its books do not come by the stream; no news is good news. */
  boolean isStreamDown(VenueId id) {
    VenueStatus stream = venue(id).status.get(Part.MARKET_STREAM);
    return stream != null && stream.health() != Health.UP;
  }

  /** When the newest of its books was confirmed; the epoch when never. */
  Instant lastTick(VenueId id) {
    return venue(id).lastTick;
  }

  void clock(VenueId id, Duration offset) {
    venue(id).offset = offset;
  }

  /** Per venue that is not fully up, why; no news is good news. */
  Map<VenueId, String> problems() {
    return problems;
  }

  private Map<VenueId, String> findProblems() {
    var found = new HashMap<VenueId, String>();
    venues.forEach((id, venue) -> {
      for (VenueStatus status : venue.status.values()) {
        if (status.health() != Health.UP) {
          found.put(id, status.part() + " " + status.health() + ": " + status.cause());
        }
      }
    });
    return Map.copyOf(found);
  }

  /** Per venue whose order path does not take orders that take, why; no news is good news. */
  Map<VenueId, String> tradingProblems() {
    return tradingProblems;
  }

  private Map<VenueId, String> findTradingProblems() {
    var found = new HashMap<VenueId, String>();
    venues.forEach((id, venue) -> {
      VenueStatus trading = venue.status.get(Part.TRADING);
      if (trading != null && trading.health() != Health.UP && trading.health() != Health.DEGRADED) {
        found.put(id, trading.health() + ": " + trading.cause());
      }
    });
    return Map.copyOf(found);
  }

  /** Venues whose order path takes orders that take, as far as we know. */
  Set<VenueId> taking() {
    var taking = new TreeSet<>(venues.keySet());
    taking.removeAll(tradingProblems.keySet());
    return taking;
  }

  EngineView.Venue view(VenueId id, Duration orderLatency, EngineView.Reconciliation reconciled) {
    Venue venue = venue(id);
    return new EngineView.Venue(
        Map.copyOf(venue.status), venue.lastTick, orderLatency, venue.offset, reconciled);
  }

  private Venue venue(VenueId id) {
    return venues.computeIfAbsent(id, _ -> new Venue());
  }
}
