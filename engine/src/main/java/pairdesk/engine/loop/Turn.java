package pairdesk.engine.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.notice.Notice;

/** One batch: the one {@code now} of it, and what it has asked for so far. */
final class Turn {
  private final Instant now;
  private final List<Effect> effects = new ArrayList<>();
  private @Nullable Instant lookAgain;

  Turn(Instant now) {
    this.now = now;
  }

  Instant now() {
    return now;
  }

  void ask(Effect effect) {
    effects.add(effect);
  }

  void write(JournalRecord row) {
    effects.add(new Effect.Write(row));
  }

  void tell(Notice notice) {
    effects.add(new Effect.Tell(notice));
  }

  void alarm(String code, String text) {
    tell(new Notice.Alarm(code, text, now));
  }

  /**
   * The engine wants to be woken at this moment, even if nothing happens. What is due already is
   * dealt with in this batch.
   */
  void lookAgain(Instant moment) {
    if (!moment.isAfter(now)) {
      return;
    }
    if (lookAgain == null || moment.isBefore(lookAgain)) {
      lookAgain = moment;
    }
  }

  @Nullable Instant lookAgain() {
    return lookAgain;
  }

  List<Effect> effects() {
    return List.copyOf(effects);
  }
}
