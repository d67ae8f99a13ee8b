package pairdesk.engine.market;

/** How two markets of a pair relate. */
public enum Relation {
  /** YES here is YES there. */
  SAME,
  /** YES here is NO there. */
  INVERSE
}
