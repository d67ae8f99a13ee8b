package pairdesk.engine.loop;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.risk.VerdictRecord;
import pairdesk.engine.risk.quality.BooksConfirmedRule;

/**
 * Writes and tells opportunities, without repeating itself: a book that moves ten times a second
 * would otherwise give ten rows and ten messages.
 */
final class Announcer {
  private static final int SHOWN = 50;

  private final EngineSettings.Announcing rhythm;
  private final Set<String> disqualifying;
  private final Map<String, Instant> written = new HashMap<>();
  private final Map<String, Told> told = new HashMap<>();
  private final Deque<EngineView.Seen> seen = new ArrayDeque<>();

  private record Told(Instant at, int netBps) {}

  /**
   * @param disqualifying rules whose refusal says that there is no opportunity; others only say
   *     that we may not take it
   */
  Announcer(EngineSettings.Announcing rhythm, Set<String> disqualifying) {
    this.rhythm = rhythm;
    this.disqualifying = Set.copyOf(disqualifying);
  }

  /**
   * @param mode above MONITOR what may not be taken is written but not told
   * @param taken it is traded: always told, and written with the orders
   */
  void found(
      Opportunity.Bundle bundle, VerdictRecord verdict, Mode mode, boolean taken, Turn turn) {
    String subject = subject(bundle);
    // one that waited a moment is news again when its books are confirmed
    String slot = waits(verdict.verdict()) ? subject + "/waits" : subject;
    Instant last = written.get(slot);
    if (taken || last == null || !turn.now().isBefore(last.plus(rhythm.rows()))) {
      written.put(slot, turn.now());
      if (!taken) {
        rows(bundle, verdict).forEach(turn::write);
      }
      show(new EngineView.Seen(bundle, verdict.verdict()));
    }
    boolean tells = taken || isInteresting(verdict.verdict(), mode);
    if (tells && (taken || isNews(subject, bundle, turn.now()))) {
      told.put(subject, new Told(turn.now(), bundle.edge().netRatio().bps()));
      turn.tell(new Notice.OpportunityFound(bundle, verdict.verdict(), turn.now()));
    }
  }

  /** Whether it is only not certain yet: a book is read again. */
  static boolean waits(Verdict verdict) {
    return verdict instanceof Verdict.Refuse refuse
        && refuse.rule().equals(BooksConfirmedRule.NAME);
  }

  /** What is stored of it. */
  static List<JournalRecord> rows(Opportunity.Bundle bundle, VerdictRecord verdict) {
    return List.of(
        new JournalRecord.OpportunityFound(bundle), new JournalRecord.VerdictGiven(verdict));
  }

  /** Newest first. */
  List<EngineView.Seen> seen() {
    return List.copyOf(seen);
  }

  private boolean isInteresting(Verdict verdict, Mode mode) {
    return switch (verdict) {
      case Verdict.Allow _, Verdict.Shrink _ -> true;
      case Verdict.Refuse refuse -> mode == Mode.MONITOR && !disqualifying.contains(refuse.rule());
    };
  }

  private boolean isNews(String subject, Opportunity.Bundle bundle, Instant now) {
    Told last = told.get(subject);
    return last == null
        || !now.isBefore(last.at().plus(rhythm.notices()))
        || Math.abs(bundle.edge().netRatio().bps() - last.netBps()) >= rhythm.change().bps();
  }

  private void show(EngineView.Seen one) {
    seen.addFirst(one);
    if (seen.size() > SHOWN) {
      seen.removeLast();
    }
  }

  private static String subject(Opportunity.Bundle bundle) {
    return bundle.strategy()
        + "/"
        + (bundle.pair() == null ? bundle.legs().getFirst().instrument() : bundle.pair());
  }
}
