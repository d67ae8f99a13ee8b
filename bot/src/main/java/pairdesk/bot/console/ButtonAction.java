package pairdesk.bot.console;

import java.util.Map;
import java.util.Set;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;

/** What happens when buttons of some actions are pressed, or their word is typed. */
public interface ButtonAction {
  /** The only line of a form that asks for a word. */
  String WORD = "word";

  /** The {@link ButtonId#action actions} that it answers. */
  Set<String> actions();

  Role role();

  /**
   * Who sees what comes of it, for the acknowledgement that is due before it runs. A refusal goes
   * to the caller all the same.
   */
  Answer.Audience audience();

  /**
   * Whether only the person may press whom it was shown to: its ids are then those of a question
   * that was {@link Asked}.
   */
  default boolean isPersonal() {
    return false;
  }

  /** Whether this one opens a form, which must be the first thing that is answered. */
  default boolean opensForm(ButtonId id) {
    return false;
  }

  /** A form that this action has opened was sent. */
  default Answer filled(Caller caller, ButtonId id, Map<String, String> lines) {
    return pressed(caller, id, lines.getOrDefault(WORD, ""));
  }

  /**
   * @param typed what was typed into the form that this button opened; empty for a plain press
   */
  Answer pressed(Caller caller, ButtonId id, String typed);
}
