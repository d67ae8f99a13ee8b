package pairdesk.engine.journal;

import java.time.Instant;
import java.util.List;
import pairdesk.engine.control.Mode;
import pairdesk.engine.venue.PreparedOrder;

/** Commits intents before anything is sent. Blocking; called on an order task's virtual thread. */
public interface IntentStore {

  /**
   * In one synchronous transaction: checks lease, mode, halt and pair for each order's purpose,
   * writes the rows they rest on, then the intents.
   *
   * @param grounds what allows the orders and what they answer: it is stored when they are
   */
  Outcome commit(Mode mode, List<PreparedOrder> orders, List<JournalRecord> grounds, Instant now);

  /** Whether the orders may leave. */
  sealed interface Outcome {
    record Committed() implements Outcome {}

    /** Nothing was written. */
    record Refused(String reason) implements Outcome {}
  }
}
