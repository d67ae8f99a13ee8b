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
  private final @Nullable EffectRunner hands;
  private final List<Effect> effects = new ArrayList<>();
  private final List<Runnable> later = new ArrayList<>();
  private @Nullable Instant lookAgain;

  /** Everything it asks for is in {@link #effects()}, in the order in which it was asked. */
  Turn(Instant now) {
    this(now, null);
  }

  /**
   * @param hands get its orders as soon as each plan is decided
   */
  Turn(Instant now, @Nullable EffectRunner hands) {
    this.now = now;
    this.hands = hands;
  }

  Instant now() {
    return now;
  }

  /** Orders leave at once, if there are hands to take them. */
  void ask(Effect effect) {
    if (hands != null && effect instanceof Effect.Submit) {
      hands.run(List.of(effect));
    } else {
      effects.add(effect);
    }
  }

  /** What no decision of this batch waits for: it is done once the orders have left. */
  void later(Runnable work) {
    later.add(work);
  }

  /** Does what was put off. */
  void catchUp() {
    later.forEach(Runnable::run);
    later.clear();
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

  /** What was asked for, but for orders that have left. */
  List<Effect> effects() {
    return List.copyOf(effects);
  }
}
