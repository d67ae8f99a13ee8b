package pairdesk.sandbox.control;

/** A body that is not what is wanted. */
final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * @param field where, {@code when.percent}
   */
  BadInput(String field, String problem) {
    super(problem);
    this.field = field;
  }

  String field() {
    return field;
  }
}
