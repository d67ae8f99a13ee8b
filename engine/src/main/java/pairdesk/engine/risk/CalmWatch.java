package pairdesk.engine.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Since when things have been calm, by the name of the tripped breaker that waits for it.
 *
 * @param quiet how long it must be calm before a breaker resets
 */
record CalmWatch(Duration quiet, SortedMap<String, Instant> since) {

  CalmWatch {
    since = Collections.unmodifiableSortedMap(new TreeMap<>(since));
  }

  static CalmWatch of(Duration quiet) {
    return new CalmWatch(quiet, new TreeMap<>());
  }

  CalmWatch calm(String name, Instant now) {
    var next = new TreeMap<>(since);
    next.putIfAbsent(name, now);
    return new CalmWatch(quiet, next);
  }

  CalmWatch disturbed(String name) {
    var next = new TreeMap<>(since);
    next.remove(name);
    return new CalmWatch(quiet, next);
  }

  boolean isOver(String name, Instant now) {
    Instant start = since.get(name);
    return start != null && !now.isBefore(start.plus(quiet));
  }

  /** When the first of them has been calm for long enough. */
  Optional<Instant> nextDue() {
    return since.isEmpty()
        ? Optional.empty()
        : since.values().stream().map(start -> start.plus(quiet)).min(Instant::compareTo);
  }
}
