package pairdesk.engine.journal;

import java.time.Instant;
import java.util.List;
import pairdesk.engine.control.Mode;
import pairdesk.engine.order.Fill;
import pairdesk.engine.venue.PreparedOrder;

/** Commits intents before anything is sent. Blocking; called on an order task's virtual thread. */
public interface IntentStore {

  /**
   * In one synchronous transaction: checks lease, mode, halt and pair for each order's purpose,
   * writes the fills they answer, then the intents.
   */
  Outcome commit(Mode mode, List<PreparedOrder> orders, List<Fill> answers, Instant now);

  /** Whether the orders may leave. */
  sealed interface Outcome {
    record Committed() implements Outcome {}

    /** Nothing was written. */
    record Refused(String reason) implements Outcome {}
  }
}
