package pairdesk.bot.console;

import java.util.List;

/**
 * Many things to press in the place of a few buttons: what is chosen goes through the same door as
 * a button, with the same rights.
 *
 * @param name tells it from other menus below the message
 * @param hint shown while nothing is chosen; cut to 100 characters
 * @param choices 1 to 25, each once
 */
public record Menu(String name, String hint, List<Choice> choices) {
  public static final int MOST = 25;
  private static final int LIMIT = 100;

  public Menu {
    hint = Cut.to(hint, LIMIT);
    choices = List.copyOf(choices);
    long different = choices.stream().map(Choice::id).distinct().count();
    if (choices.isEmpty() || choices.size() > MOST || different < choices.size()) {
      throw new IllegalArgumentException("a menu has 1 to 25 choices, each once: " + choices);
    }
  }

  /**
   * One of them.
   *
   * @param id as a button would have it
   * @param label cut to 100 characters
   * @param note smaller, below; empty for none; cut to 100 characters
   */
  public record Choice(ButtonId id, String label, String note) {
    public Choice {
      label = Cut.to(label.isBlank() ? "–" : label, LIMIT);
      note = Cut.to(note, LIMIT);
    }
  }

  /** Of the menu itself: nothing is done by it. */
  public ButtonId id() {
    return ButtonId.of("menu", name);
  }
}
