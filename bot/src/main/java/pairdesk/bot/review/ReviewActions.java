package pairdesk.bot.review;

import java.util.Map;
import java.util.Set;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.BadInput;
import pairdesk.bot.console.ButtonAction;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.console.Desk;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
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
    Pairs.Listed listed = PairButton.read(desk, id.arguments());
    Pair pair = listed.pair();
    return switch (id.action()) {
      case APPROVE_WITH -> TermsAction.form(desk, listed, caller);
      case APPROVE ->
          shown(desk, caller, pair.id(), decisions.approve(caller, pair, Pair.Terms.NONE, ""));
      default -> shown(desk, caller, pair.id(), decisions.reject(caller, pair, ""));
    };
  }

  /** The form of a version before this one: its terms come by a form that ends. */
  @Override
  public Answer filled(Caller caller, ButtonId id, Map<String, String> lines) {
    throw BadInput.of("button.stale");
  }

  /** The card as it is after this, or why it stays as it was. */
  static Answer shown(Desk desk, Caller caller, PairId pair, Decisions.Told told) {
    return switch (told) {
      case Decisions.Told.Refused(var why) -> Answer.refusal(caller.texts(), why);
      case Decisions.Told.Done(_) -> {
        Pairs.Listed now = desk.rows().pairs().find(pair).orElseThrow();
        Answer.Reply card = CandidateCard.message(desk, now, desk.texts());
        yield new Answer.Reply(card.card(), card.buttons(), Answer.Audience.IN_PLACE);
      }
    };
  }
}
