package pairdesk.bot.console;

/**
 * Something to press.
 *
 * @param id stateless and versioned: survives a restart
 */
public record Button(ButtonId id, String label, Style style, boolean enabled) {
  /** How it looks. */
  public enum Style {
    PRIMARY,
    SECONDARY,
    SUCCESS,
    DANGER
  }

  public Button disabled() {
    return new Button(id, label, style, false);
  }
}
