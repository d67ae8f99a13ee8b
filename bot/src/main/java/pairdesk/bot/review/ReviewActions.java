package pairdesk.bot.review;

import java.util.Map;
import java.util.Set;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.ButtonAction;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.console.Desk;
import pairdesk.engine.market.Pair;
import pairdesk.persistence.Pairs;

/** Approve, with or without terms, and Reject on a candidate's card. */
final class ReviewActions implements ButtonAction {
  static final String APPROVE = "approve";
  static final String APPROVE_WITH = "approve_with";
  static final String REJECT = "reject";

  private final Desk desk;
  private final Decisions decisions;

  ReviewActions(Desk desk) {
    this.desk = desk;
    this.decisions = new Decisions(desk);
  }

  @Override
  public Set<String> actions() {
    return Set.of(APPROVE, APPROVE_WITH, REJECT);
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
  public boolean opensForm(ButtonId id) {
    return id.action().equals(APPROVE_WITH);
  }

  @Override
  public Answer pressed(Caller caller, ButtonId id, String typed) {
    Pairs.Listed listed = PairButton.read(desk, id);
    return switch (id.action()) {
      case APPROVE_WITH -> Terms.form(desk, id, listed.pair(), caller.texts());
      case APPROVE ->
          shown(caller, listed, decisions.approve(caller, listed.pair(), Pair.Terms.NONE, ""));
      default -> shown(caller, listed, decisions.reject(caller, listed.pair(), ""));
    };
  }

  @Override
  public Answer filled(Caller caller, ButtonId id, Map<String, String> lines) {
    Pairs.Listed listed = PairButton.read(desk, id);
    var told =
        decisions.approve(
            caller, listed.pair(), Terms.read(lines, desk.clock().instant()), Terms.note(lines));
    return shown(caller, listed, told);
  }

  private Answer shown(Caller caller, Pairs.Listed listed, Decisions.Told told) {
    return switch (told) {
      case Decisions.Told.Refused(var why) -> Answer.refusal(caller.texts(), why);
      case Decisions.Told.Done(_) -> {
        Pairs.Listed now = desk.rows().pairs().find(listed.pair().id()).orElseThrow();
        Answer.Reply card = CandidateCard.message(desk, now, desk.texts());
        yield new Answer.Reply(card.card(), card.buttons(), Answer.Audience.IN_PLACE);
      }
    };
  }
}
