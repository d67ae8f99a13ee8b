package pairdesk.engine.execution;

/** Where an execution stands; the machine is drawn in this package's description. */
public enum ExecutionState {
  PLANNED,
  WORKING,
  UNEVEN,
  PATCHING,
  HOLDING,
  UNWINDING,
  PANIC,
  /** Nothing executable above the floor: a person is asked, retried on new books and by itself. */
  STUCK,
  COMPLETE,
  REFUSED,
  STALE,
  NOTHING_FILLED,
  UNWOUND,
  PANIC_CLOSED;

  public boolean isClosed() {
    return switch (this) {
      case PLANNED, WORKING, UNEVEN, PATCHING, HOLDING, UNWINDING, PANIC, STUCK -> false;
      case COMPLETE, REFUSED, STALE, NOTHING_FILLED, UNWOUND, PANIC_CLOSED -> true;
    };
  }
}
