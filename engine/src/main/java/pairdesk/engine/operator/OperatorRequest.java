package pairdesk.engine.operator;

import pairdesk.engine.control.Mode;
import pairdesk.engine.market.Pair;
import pairdesk.engine.order.ExecutionId;

/**
 * What a person asks of the engine. The row that makes it last (halt, mode, pair) is committed by
 * the console before the engine is told.
 */
public sealed interface OperatorRequest {
  Actor by();

  /** Global mode; LIVE only after the checklist. */
  record SetMode(Mode mode, Actor by) implements OperatorRequest {}

  /** Stops all new risk at once and cancels everything that rests. */
  record Halt(String reason, Actor by) implements OperatorRequest {}

  /** Ends a halt; refused while something is unknown, unhedged or not reconciled. */
  record Resume(String reason, Actor by) implements OperatorRequest {}

  /** A pair was approved, paused, resumed or rejected: the new state of it. */
  record ChangePair(Pair pair, Actor by) implements OperatorRequest {}

  /** Resets a breaker before its time. */
  record ResetBreaker(String name, Actor by) implements OperatorRequest {}

  /** Sells what one execution left open, within the panic rungs. */
  record UnwindExecution(ExecutionId execution, Actor by) implements OperatorRequest {}
}
