package pairdesk.engine.control;

/** How far we go. Global and per strategy; the more careful one counts. */
public enum Mode {
  /** Find, record, announce. */
  MONITOR,
  /** Orders go to the paper exchange. */
  PAPER,
  /** Orders go to the venues. */
  LIVE;

  public Mode orMoreCareful(Mode other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
