package pairdesk.bot.app;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import pairdesk.bot.report.Explanation;
import pairdesk.bot.report.Reports;
import pairdesk.engine.control.Controls;
import pairdesk.engine.market.PairId;
import pairdesk.engine.opportunity.OpportunityId;
import pairdesk.engine.risk.Limits;
import pairdesk.persistence.Archive;
import pairdesk.persistence.Audit;
import pairdesk.persistence.ControlStore;
import pairdesk.persistence.Database;
import pairdesk.persistence.DatabaseException;
import pairdesk.persistence.History;
import pairdesk.persistence.Lease;
import pairdesk.persistence.LimitStore;

/** What the desk has written down, for a process beside it, whether it runs or not. */
public final class RecordsProcess implements AutoCloseable {
  private final Configuration.Partial settings;
  private final BesideDesk storage;
  private final Database database;

  private RecordsProcess(Configuration.Partial settings, BesideDesk storage, Database database) {
    this.settings = settings;
    this.storage = storage;
    this.database = database;
  }

  /** What became of opening. */
  public sealed interface Opened {
    record Open(RecordsProcess records) implements Opened {}

    /** One sentence for people. */
    record Refused(String why) implements Opened {}
  }

  /** Connects; where the desk has ended with its server, that one is started for as long. */
  public static Opened open(Configuration.Partial settings) {
    var storage = new BesideDesk(settings);
    try {
      Database database = storage.connect();
      List<String> pending = database.pendingMigrations();
      if (pending.isEmpty()) {
        return new Opened.Open(new RecordsProcess(settings, storage, database));
      }
      database.close();
      storage.close();
      return new Opened.Refused(
          "the database lacks %d changes of this version: `pairdesk run` makes them"
              .formatted(pending.size()));
    } catch (DatabaseException | UncheckedIOException | IllegalStateException e) {
      storage.close();
      return new Opened.Refused(String.valueOf(e.getMessage()));
    }
  }

  public Reports reports() {
    return new Reports(database);
  }

  /** Mode and halt as they are stored. */
  public Controls controls() {
    return new ControlStore(database, new Audit(database)).read();
  }

  /** Who trades the account now. */
  public Optional<Lease.Standing> runner() {
    return Lease.standing(database, settings.storage().account());
  }

  public History history() {
    return new History(database);
  }

  public Optional<Explanation> explain(OpportunityId id) {
    return history().opportunity(id).map(this::explained);
  }

  /** The newest opportunity of a pair. */
  public Optional<Explanation> explainLast(PairId pair) {
    return history().lastOpportunity(pair).map(this::explained);
  }

  private Explanation explained(Archive.Judged judged) {
    return Explanation.of(judged, limits());
  }

  /** As the settings have them, and as people have changed them since. */
  private Limits limits() {
    Limits limits = EngineSettingsFrom.limits(settings.trading());
    for (LimitStore.Turned turned :
        new LimitStore(database, new Audit(database)).standing(limits)) {
      limits = turned.dial().set(limits, turned.value());
    }
    return limits;
  }

  @Override
  public void close() {
    database.close();
    storage.close();
  }
}
