package pairdesk.bot.app;

import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import pairdesk.bot.notify.Notices;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.notice.Notice;
import pairdesk.persistence.PostgresJournal;

/** Asks the journal how it does: the engine hears of its backlog, people of what is left out. */
final class JournalWatch {
  private final Supplier<PostgresJournal.State> journal;
  private final Consumer<EngineEvent> inbox;
  private final Notices notices;
  private final InstantSource clock;
  private long shed;
  private long shedBefore;

  JournalWatch(
      Supplier<PostgresJournal.State> journal,
      Consumer<EngineEvent> inbox,
      Notices notices,
      InstantSource clock) {
    this.journal = journal;
    this.inbox = inbox;
    this.notices = notices;
    this.clock = clock;
  }

  void look() {
    PostgresJournal.State state = journal.get();
    left(state);
    state.refused().forEach(what -> inbox.accept(new EngineEvent.RowRefused(what)));
    inbox.accept(new EngineEvent.JournalLag(state.backlog()));
  }

  /** Told once when it begins, and when it is over with the count. */
  private void left(PostgresJournal.State state) {
    long count = state.shed();
    boolean before = shed > shedBefore;
    boolean now = count > shed || (before && !state.backlog().isZero());
    if (now && !before) {
      tell(
          "journal-shedding",
          "The database does not keep up: opportunities that come to nothing, and the verdicts on"
              + " them, are not written for now. Orders, fills, positions and decisions of people"
              + " are all kept. Look at the database.");
    } else if (before && !now) {
      tell(
          "journal-caught-up",
          "The database keeps up again. %d rows about opportunities were left out; everything else is written."
              .formatted(count - shedBefore));
      shedBefore = count;
    }
    shed = count;
  }

  private void tell(String code, String text) {
    notices.tell(new Notice.Alarm(code, text, clock.instant()));
  }
}
