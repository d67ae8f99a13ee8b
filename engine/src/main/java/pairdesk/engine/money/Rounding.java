package pairdesk.engine.money;

/**
 * Which way a remainder goes when units change. There is no "nearest": a person who rounds in their
 * own favour finds edges that are not there.
 */
public enum Rounding {
  /** Towards minus infinity. */
  DOWN,
  /** Towards plus infinity. */
  UP,
  /** For what we pay: up. */
  COST_AGAINST_US,
  /** For what we receive: down. */
  PROCEEDS_AGAINST_US;

  /** Divides and sends the remainder this way. The divisor must be positive. */
  public long divide(long dividend, long divisor) {
    return switch (this) {
      case DOWN, PROCEEDS_AGAINST_US -> Math.floorDiv(dividend, divisor);
      case UP, COST_AGAINST_US -> Math.ceilDiv(dividend, divisor);
    };
  }
}
