package pairdesk.bot.console;

/**
 * Something to press.
 *
 * @param id stateless and versioned: survives a restart
 */
public record Button(ButtonId id, String label, Style style, boolean enabled) {
  private static final int LABEL_LIMIT = 80;

  public Button {
    if (label.isBlank() || label.length() > LABEL_LIMIT) {
      throw new IllegalArgumentException("a button says 1 to 80 characters: " + label);
    }
  }

  /** How it looks. */
  public enum Style {
    PRIMARY,
    SECONDARY,
    SUCCESS,
    DANGER
  }
}
