package pairdesk.engine.control;

/**
 * What people have set and must survive a restart.
 *
 * @param haltReason empty when not halted
 */
public record Controls(Mode mode, boolean halted, String haltReason) {
  public static final Controls INITIAL = new Controls(Mode.MONITOR, false, "");
}
