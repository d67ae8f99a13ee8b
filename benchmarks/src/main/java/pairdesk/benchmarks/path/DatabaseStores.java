package pairdesk.benchmarks.path;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import pairdesk.bot.rehearsal.MadeMarkets;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.IntentStore;
import pairdesk.engine.journal.Journal;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.operator.Actor;
import pairdesk.persistence.Audit;
import pairdesk.persistence.Database;
import pairdesk.persistence.DatabaseUrl;
import pairdesk.persistence.Lease;
import pairdesk.persistence.Pairs;
import pairdesk.persistence.PostgresIntents;
import pairdesk.persistence.PostgresJournal;

/** The desk's own tables: intents in a commit of their own, the rest behind it. */
final class DatabaseStores implements Stores {
  private static final Actor MADE = new Actor("made", "made");
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Database database;
  private final PostgresJournal journal;
  private final PostgresIntents intents;

  DatabaseStores(DatabaseUrl url, int pairs, InstantSource clock) {
    this.database = Database.open(url);
    var lease = new Lease(database, "made", "benchmark", clock);
    if (!(lease.take() instanceof Lease.Taken.Ours(var held))) {
      throw new IllegalStateException("a database of our own has a lease of somebody else");
    }
    this.journal = new PostgresJournal(database, held, clock, PostgresJournal.Room.DEFAULTS);
    // without renewing it: the fence looks at the epoch, and nobody else comes
    this.intents = new PostgresIntents(database, () -> held);
    Instant now = clock.instant();
    approve(pairs, now);
    var live = new Controls(Mode.LIVE, false, "");
    journal.append(List.of(new JournalRecord.ControlChanged(live, now, "live", "made", now)));
    journal.flush();
  }

  private void approve(int count, Instant now) {
    var pairs = new Pairs(database, new Audit(database));
    IntStream.range(0, count)
        .mapToObj(MadeMarkets::pair)
        .forEach(pair -> approve(pairs, pair, now));
  }

  private static void approve(Pairs pairs, Pair pair, Instant now) {
    var listed =
        pairs.propose(
            new Pairs.Candidate(
                pair.left(), pair.right(), pair.relation(), 100, pair.rulesHash(), "{}"),
            now);
    if (!listed.pair().id().equals(pair.id())) {
      throw new IllegalStateException("stored as " + listed.pair().id() + ": " + pair);
    }
    pairs.decide(
        new Pairs.Decision(
            pair.id(),
            Set.of(PairStatus.PROPOSED),
            PairStatus.APPROVED,
            "",
            "",
            new Pairs.Request(MADE, "benchmark", "approve-" + pair.id())),
        now);
  }

  @Override
  public IntentStore intents() {
    return intents;
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public void close() {
    journal.close(LIMIT);
    database.close();
  }
}
