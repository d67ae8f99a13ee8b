package pairdesk.engine.risk;

/** What a tripped breaker stops. Each includes the ones before it. */
public enum Consequence {
  /** No new risk at one venue. */
  VENUE_ENTRIES_OFF,
  /** No new risk anywhere. */
  ENTRIES_OFF,
  /** The mode drops to MONITOR; only an admin returns. Running executions finish. */
  MONITOR,
  /** No order leaves at all. */
  NO_ORDERS,
  /** Entries stop and everything that rests is cancelled, until an admin resumes. */
  HALT
}
