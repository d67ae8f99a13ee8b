package pairdesk.bot.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.BadInput;
import pairdesk.bot.console.ButtonAction;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Shown;
import pairdesk.engine.market.PairId;
import pairdesk.persistence.Pairs;

/** The buttons of a candidate's card. */
public final class ReviewActions implements ButtonAction {
  private static final int RULES = 900;

  private final Desk desk;
  private final Decisions decisions;

  public ReviewActions(Desk desk) {
    this.desk = desk;
    this.decisions = new Decisions(desk);
  }

  @Override
  public Set<String> actions() {
    return Set.of("approve", "reject", "details");
  }

  @Override
  public Role role() {
    return Role.OPERATOR;
  }

  @Override
  public Answer pressed(Caller caller, ButtonId id, String typed) {
    Pairs.Listed listed = listed(id);
    String revision = id.arguments().get(1);
    if (!CandidateCard.revision(listed.pair().rulesHash()).equals(revision)) {
      return Answer.refusal(
          "This card is out of date: the rules have changed since. Ask for `/find_matches` again.");
    }
    return switch (id.action()) {
      case "approve" -> decide(caller, listed, Decisions.Kind.APPROVE);
      case "reject" -> decide(caller, listed, Decisions.Kind.REJECT);
      default -> details(listed);
    };
  }

  private Pairs.Listed listed(ButtonId id) {
    if (id.arguments().size() != 2 || !id.arguments().getFirst().matches("[1-9]\\d{0,17}")) {
      throw new BadInput("This button is out of date.");
    }
    PairId pair = new PairId(Long.parseLong(id.arguments().getFirst()));
    Optional<Pairs.Listed> listed = desk.rows().pairs().find(pair);
    return listed.orElseThrow(() -> new BadInput("There is no pair " + pair + "."));
  }

  private Answer decide(Caller caller, Pairs.Listed listed, Decisions.Kind kind) {
    var told = decisions.decide(caller, listed.pair().id(), kind, listed.pair().rulesHash(), "");
    return switch (told) {
      case Decisions.Told.Refused(var why) -> Answer.refusal(why);
      case Decisions.Told.Done(var what) -> {
        Answer.Reply now =
            CandidateCard.message(desk.rows().pairs().find(listed.pair().id()).orElseThrow());
        yield new Answer.Reply(now.cards(), now.buttons(), Answer.Audience.IN_PLACE);
      }
    };
  }

  private static Answer details(Pairs.Listed listed) {
    Card card = Card.of(Tone.INFO, "Pair " + listed.pair().id() + " · both rules", "");
    Optional<CandidateText> text = CandidateText.parse(listed.json());
    if (text.isEmpty()) {
      return Answer.refusal("The texts of this candidate were stored by another version.");
    }
    card =
        card.withLine(
                "Kalshi · " + Shown.line(text.get().left().title(), 180), rules(text.get().left()))
            .withLine(
                "Polymarket · " + Shown.line(text.get().right().title(), 180),
                rules(text.get().right()));
    for (CandidateText.Difference clause : text.get().clauses()) {
      card =
          card.withLine(
              clause.topic() + " · " + clause.verdict().replace('_', ' '),
              "Kalshi: " + stated(clause.left()) + "\nPolymarket: " + stated(clause.right()));
    }
    return new Answer.Reply(List.of(card), List.of(), Answer.Audience.CALLER);
  }

  private static String rules(CandidateText.Side side) {
    return Shown.line(side.rules(), RULES);
  }

  private static String stated(String words) {
    return words.isEmpty() ? "not stated" : Shown.line(words, 240);
  }
}
