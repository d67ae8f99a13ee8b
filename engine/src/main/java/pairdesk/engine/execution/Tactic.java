package pairdesk.engine.execution;

/** Which plan a strategy's bundles are carried out by. */
public enum Tactic {
  /** Both legs at once. */
  TAKER_TAKER,
  /** One leg after the other. */
  SEQUENTIAL,
  /** The first leg rests, the second follows as it fills. */
  MAKER_TAKER
}
