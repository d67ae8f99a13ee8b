package pairdesk.sandbox.exchange;

/** Where a market is in its life. */
public enum MarketPhase {
  /** Listed, not yet open. */
  INITIALIZED,
  /** Trading. */
  ACTIVE,
  /** Taken out of trading for a while. */
  PAUSED,
  /** Past its close. */
  CLOSED,
  /** The answer is known, the payout is due. */
  DETERMINED,
  /** The answer is questioned, the payout waits. */
  DISPUTED,
  /** Another answer was given, the payout is due. */
  AMENDED,
  /** Paid out. */
  FINALIZED
}
