package pairdesk.engine.order;

/** Why an order is sent: decides which gates it must pass. */
public enum Purpose {
  /** Opens an execution. */
  ENTRY,
  /** Answers fills of the other leg. */
  HEDGE,
  /** Buys the missing part of the lagging leg. */
  PATCH,
  /** Sells the surplus of the leading leg within the stated loss. */
  UNWIND,
  /** Sells the surplus within the panic rungs. */
  PANIC,
  /** Rests in the book for a quoting strategy. */
  QUOTE;

  /** Whether it adds risk, and so is stopped by halts, breakers, pauses and MONITOR. */
  public boolean addsRisk() {
    return this == ENTRY || this == QUOTE;
  }
}
