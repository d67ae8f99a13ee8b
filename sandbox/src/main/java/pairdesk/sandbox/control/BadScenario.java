package pairdesk.sandbox.control;

/** A scenario that cannot be played; the message names the line and the field. */
public final class BadScenario extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadScenario(int line, String field, String problem) {
    super("line " + line + (field.isEmpty() ? "" : ", " + field) + ": " + problem);
  }
}
