package pairdesk.bot.command;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.SlashCommand.Suggestion;
import pairdesk.bot.render.Shown;
import pairdesk.engine.market.PairStatus;
import pairdesk.persistence.DatabaseException;
import pairdesk.persistence.Pairs;

/**
 * Pairs by their titles, in memory, for suggestions while a person types: nobody waits for the
 * database at every key. What is older than a moment is read anew beside it.
 */
final class PairIndex {
  private static final Logger LOG = LoggerFactory.getLogger(PairIndex.class);
  private static final Duration FRESH = Duration.ofSeconds(3);
  private static final int KEPT = 5_000;
  private static final int MOST = 25;
  private static final int LABEL = 80;

  private final Desk desk;
  private final AtomicBoolean reading = new AtomicBoolean();
  private volatile Known known = new Known(Instant.MIN, List.of());

  private record Known(Instant at, List<Entry> pairs) {}

  private record Entry(PairStatus status, String label, String id) {}

  PairIndex(Desk desk) {
    this.desk = desk;
  }

  /** Up to 25 pairs in these states whose number or title has what was typed. */
  List<Suggestion> suggest(Set<PairStatus> states, String typed) {
    refresh();
    String wanted = typed.toLowerCase(Locale.ROOT);
    return known.pairs().stream()
        .filter(pair -> states.contains(pair.status()))
        .filter(pair -> pair.label().toLowerCase(Locale.ROOT).contains(wanted))
        .limit(MOST)
        .map(pair -> new Suggestion(pair.label(), pair.id()))
        .toList();
  }

  private void refresh() {
    Instant now = desk.clock().instant();
    if (known.at().equals(Instant.MIN)) {
      read(now); // the first one waits: there is nothing to suggest yet
    } else if (known.at().isBefore(now.minus(FRESH)) && reading.compareAndSet(false, true)) {
      Thread.ofVirtual().name("pair index").start(() -> readBeside(now));
    }
  }

  private void readBeside(Instant now) {
    try {
      read(now);
    } catch (DatabaseException e) { // the older ones do meanwhile
      LOG.atDebug().setCause(e).log("pairs for suggestions are not read");
    } finally {
      reading.set(false);
    }
  }

  private void read(Instant now) {
    known =
        new Known(
            now,
            desk.rows().pairs().list(EnumSet.allOf(PairStatus.class), KEPT).stream()
                .map(PairIndex::entry)
                .toList());
  }

  private static Entry entry(Pairs.Listed listed) {
    String id = listed.pair().id().toString();
    return new Entry(
        listed.pair().status(), id + " · " + Shown.plain(listed.leftTitle(), LABEL), id);
  }
}
