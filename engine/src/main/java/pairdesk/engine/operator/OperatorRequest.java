package pairdesk.engine.operator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.control.Mode;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.Tactic;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.risk.Dial;

/**
 * What a person asks of the engine. What makes the desk more careful (a halt, a lower mode, a
 * paused pair) is committed by the console before the engine is told; what makes it bolder is the
 * engine's to decide, and its row to write.
 */
public sealed interface OperatorRequest {
  Actor by();

  /**
   * Global mode; LIVE only after the checklist.
   *
   * @param seen when a person had changed the stored controls last, as the one who asks saw it
   */
  record SetMode(Mode mode, Instant seen, Actor by) implements OperatorRequest {}

  /** Stops all new risk at once and cancels everything that rests. */
  record Halt(String reason, Actor by) implements OperatorRequest {}

  /**
   * Ends a halt; refused while something is unknown, unhedged or not reconciled.
   *
   * @param seen when a person had changed the stored controls last, as the one who asks saw it
   */
  record Resume(String reason, Instant seen, Actor by) implements OperatorRequest {}

  /** A pair was approved, paused, resumed or rejected: the new state of it. */
  record ChangePair(Pair pair, Actor by) implements OperatorRequest {}

  /**
   * How a pair is bought from now on; what was begun is finished as it was begun.
   *
   * @param tactic null for the desk's own setting
   */
  record ChooseTactic(PairId pair, @Nullable Tactic tactic, Actor by) implements OperatorRequest {}

  /**
   * Changes a limit of the gate or of a breaker.
   *
   * @param value in the smallest parts of its unit
   */
  record SetLimit(Dial dial, long value, Actor by) implements OperatorRequest {}

  /** Cancels whatever rests at the venues now, once; strategies go on. */
  record CancelAll(Actor by) implements OperatorRequest {}

  /** Cancels one order that rests, and nothing else of its execution. */
  record CancelOrder(ClientOrderId order, Actor by) implements OperatorRequest {}

  /** Resets a breaker before its time. */
  record ResetBreaker(String name, Actor by) implements OperatorRequest {}

  /** Sells what one execution left open, within the panic rungs. */
  record UnwindExecution(ExecutionId execution, Actor by) implements OperatorRequest {}
}
