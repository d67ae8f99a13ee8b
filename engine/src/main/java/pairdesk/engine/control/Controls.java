package pairdesk.engine.control;

/**
 * What people have set and must survive a restart.
 *
 * @param haltReason empty when not halted
 */
public record Controls(Mode mode, boolean halted, String haltReason) {
  public static final Controls INITIAL = new Controls(Mode.MONITOR, false, "");

  /** The more careful of both, part by part; of two halts the other one. */
  public Controls narrowedBy(Controls other) {
    return new Controls(
        mode.orMoreCareful(other.mode()),
        halted || other.halted(),
        other.halted() ? other.haltReason() : haltReason);
  }
}
