package pairdesk.bot.app;

import java.time.Instant;
import java.util.List;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.IntentStore;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.venue.PreparedOrder;

/** A store of intents whose commits are measured. */
record MeasuredIntents(IntentStore intents, OrderWatch watch) implements IntentStore {
  @Override
  public Outcome commit(
      Mode mode, List<PreparedOrder> orders, List<JournalRecord> grounds, Instant now) {
    Instant began = watch.now();
    Outcome outcome = intents.commit(mode, orders, grounds, now);
    watch.committed(orders, began);
    return outcome;
  }
}
