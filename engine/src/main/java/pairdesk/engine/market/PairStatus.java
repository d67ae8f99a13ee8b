package pairdesk.engine.market;

/** Where a pair stands. Only APPROVED pairs are traded. */
public enum PairStatus {
  PROPOSED,
  APPROVED,
  /** Paused by a person. */
  PAUSED,
  /** A rule text changed since approval; asks again. */
  SUSPENDED,
  REJECTED,
  /** One of its markets has settled. */
  EXPIRED
}
