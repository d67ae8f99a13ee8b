package pairdesk.engine.loop;

import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.market.Pair;
import pairdesk.engine.notice.Notice;

/** What the engine changes of pairs by itself: in force, written and told at once. */
record EnginePairs(Markets markets) {
  private static final String ENGINE = "engine";

  void change(Pair next, String why, Turn turn) {
    markets.pairChanged(next);
    turn.write(new JournalRecord.PairChanged(next, why, ENGINE, turn.now()));
    turn.tell(new Notice.PairChanged(next, why, turn.now()));
  }
}
