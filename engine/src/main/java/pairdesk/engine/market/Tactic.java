package pairdesk.engine.market;

/** How the two legs of a pair's bundles are bought. */
public enum Tactic {
  /** Both legs at once. */
  TAKER_TAKER,
  /** One leg after the other. */
  SEQUENTIAL,
  /** The first leg rests, the second follows as it fills; where that does not pay, both at once. */
  MAKER_TAKER
}
