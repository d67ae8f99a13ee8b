package pairdesk.engine.risk;

/** What a tripped breaker stops. All of them stop entries, where they apply. */
public enum Consequence {
  /** No new risk at one venue. */
  VENUE_ENTRIES_OFF,
  /** No new risk anywhere. */
  ENTRIES_OFF,
  /** The mode drops to MONITOR; only an admin returns. Running executions finish. */
  MONITOR,
  /** No order leaves for the venue at all, hedges too. */
  NO_ORDERS,
  /** Entries stop and everything that rests is cancelled, until an admin resumes. */
  HALT
}
