package pairdesk.bot.console;

import java.util.List;
import pairdesk.bot.text.Texts;

/** One slash command. Runs on a virtual thread; may block for a few seconds. */
public interface SlashCommand {
  CommandSpec spec();

  /**
   * @throws BadInput when what was typed cannot be used
   */
  Answer answer(Input input);

  /**
   * Whether it answers at once, from memory, perhaps with a form; others are acknowledged first and
   * answered when they are done.
   */
  default boolean isImmediate() {
    return false;
  }

  /** Up to 25 suggestions for what is being typed; from memory only. */
  default List<Suggestion> suggest(String option, String typed, Texts texts) {
    return List.of();
  }

  /**
   * @param label what is shown; cut to 100 characters
   * @param value what is put in
   */
  record Suggestion(String label, String value) {
    private static final int LIMIT = 100;

    public Suggestion {
      label = Cut.to(label, LIMIT);
      if (label.isBlank() || value.isBlank() || value.length() > LIMIT) {
        throw new IllegalArgumentException("a suggestion has 1 to 100 characters: " + value);
      }
    }
  }
}
