package pairdesk.bot.review;

import java.util.List;
import java.util.Set;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Asked;
import pairdesk.bot.console.Button;
import pairdesk.bot.console.ButtonAction;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Tone;
import pairdesk.bot.text.Texts;

/** Cancel below every question: it is put away, and nothing is done. */
final class NeverMindAction implements ButtonAction {
  private static final String NEVER_MIND = "never_mind";

  static Button button(Asked question, Texts texts) {
    return new Button(
        question.id(NEVER_MIND), texts.say("confirm.cancel"), Button.Style.SECONDARY, true);
  }

  /** Takes the place of a question that is answered or over. */
  static Answer.Reply closed(Card card) {
    return new Answer.Reply(card, List.of(), Answer.Audience.IN_PLACE);
  }

  @Override
  public Set<String> actions() {
    return Set.of(NEVER_MIND);
  }

  @Override
  public Role role() {
    return Role.VIEWER;
  }

  @Override
  public Answer.Audience audience() {
    return Answer.Audience.IN_PLACE;
  }

  @Override
  public boolean isPersonal() {
    return true;
  }

  @Override
  public Answer pressed(Caller caller, ButtonId id, String typed) {
    return closed(
        Card.of(
            Tone.QUIET,
            caller.texts().say("confirm.cancelled"),
            caller.texts().say("confirm.nothing")));
  }
}
