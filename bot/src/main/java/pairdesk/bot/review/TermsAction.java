package pairdesk.bot.review;

import java.util.Map;
import java.util.Set;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Asked;
import pairdesk.bot.console.BadInput;
import pairdesk.bot.console.ButtonAction;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.console.Desk;
import pairdesk.persistence.Pairs;

/** The form behind "approve with terms": sent within a minute by whom it was opened for. */
final class TermsAction implements ButtonAction {
  private static final String TERMS = "terms";

  private final Desk desk;
  private final Decisions decisions;

  TermsAction(Desk desk) {
    this.desk = desk;
    this.decisions = new Decisions(desk);
  }

  /** The form of this candidate, put to this person now. */
  static Answer.Form form(Desk desk, Pairs.Listed listed, Caller caller) {
    var asked = Asked.of(caller, desk.clock().instant());
    return Terms.form(
        desk, asked, asked.id(TERMS, PairButton.arguments(listed)), listed.pair(), caller.texts());
  }

  @Override
  public Set<String> actions() {
    return Set.of(TERMS);
  }

  @Override
  public Role role() {
    return Role.OPERATOR;
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
    throw BadInput.of("button.stale");
  }

  @Override
  public Answer filled(Caller caller, ButtonId id, Map<String, String> lines) {
    if (Asked.isOver(id, desk.clock().instant())) {
      return Answer.refusal(
          caller.texts(), caller.texts().say("asked.over", Asked.LIFE.toSeconds()));
    }
    Pairs.Listed listed = PairButton.read(desk, Asked.what(id));
    var told =
        decisions.approve(
            caller, listed.pair(), Terms.read(lines, desk.clock().instant()), Terms.note(lines));
    return ReviewActions.shown(desk, caller, listed.pair().id(), told);
  }
}
