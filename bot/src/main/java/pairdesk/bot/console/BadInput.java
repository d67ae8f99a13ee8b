package pairdesk.bot.console;

/** What a person typed cannot be used; the message says what is wrong and what to type instead. */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadInput(String message) {
    super(message);
  }

  public BadInput(String message, Throwable cause) {
    super(message, cause);
  }
}
