package pairdesk.bot.review;

import java.util.Set;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.ButtonAction;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.console.Desk;
import pairdesk.persistence.Pairs;

/** Approve and Reject on a candidate's card. */
final class ReviewActions implements ButtonAction {
  static final String APPROVE = "approve";
  static final String REJECT = "reject";

  private final Desk desk;
  private final Decisions decisions;

  ReviewActions(Desk desk) {
    this.desk = desk;
    this.decisions = new Decisions(desk);
  }

  @Override
  public Set<String> actions() {
    return Set.of(APPROVE, REJECT);
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
  public Answer pressed(Caller caller, ButtonId id, String typed) {
    Pairs.Listed listed = PairButton.read(desk, id);
    var kind = id.action().equals(APPROVE) ? Decisions.Kind.APPROVE : Decisions.Kind.REJECT;
    var told = decisions.decide(caller, listed.pair().id(), kind, listed.pair().rulesHash(), "");
    return switch (told) {
      case Decisions.Told.Refused(var why) -> Answer.refusal(why);
      case Decisions.Told.Done(_) -> {
        Answer.Reply now =
            CandidateCard.message(desk.rows().pairs().find(listed.pair().id()).orElseThrow());
        yield new Answer.Reply(now.card(), now.buttons(), Answer.Audience.IN_PLACE);
      }
    };
  }
}
