package pairdesk.bot.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.ButtonAction;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Marked;
import pairdesk.bot.render.Shown;
import pairdesk.bot.text.Texts;
import pairdesk.persistence.Pairs;

/** Details on a candidate's card: both rules side by side, differences marked, and every clause. */
final class DetailsAction implements ButtonAction {
  static final String DETAILS = "details";
  private static final int RULES = 900;
  private static final int TITLE = 180;
  private static final int CLAUSE = 240;

  private final Desk desk;

  DetailsAction(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Set<String> actions() {
    return Set.of(DETAILS);
  }

  @Override
  public Role role() {
    return Role.VIEWER;
  }

  @Override
  public Answer.Audience audience() {
    return Answer.Audience.CALLER;
  }

  @Override
  public Answer pressed(Caller caller, ButtonId id, String typed) {
    Pairs.Listed listed = PairButton.read(desk, id.arguments());
    Optional<CandidateText> text = CandidateText.parse(listed.json());
    if (text.isEmpty()) {
      return Answer.refusal(caller.texts(), caller.texts().say("details.otherVersion"));
    }
    Texts texts = caller.texts();
    Card card = Card.of(Tone.INFO, texts.say("details.title", listed.pair().id()), "");
    card = card.with(side(text.get().left()), rules(text.get(), true));
    card = card.with(side(text.get().right()), rules(text.get(), false));
    for (CandidateText.Difference clause : text.get().clauses()) {
      card =
          card.withLine(
              ClauseWords.topic(clause, texts) + " · " + ClauseWords.verdict(clause, texts),
              "Kalshi: "
                  + stated(clause.left(), texts)
                  + "\nPolymarket: "
                  + stated(clause.right(), texts));
    }
    return Answer.toCaller(card);
  }

  private static String side(CandidateText.Side side) {
    return side.venue() + " · " + Shown.line(side.title(), TITLE);
  }

  /** The rules with what the differences rest on in bold. */
  private static String rules(CandidateText text, boolean left) {
    List<String> marked =
        text.clauses().stream()
            .filter(clause -> clause.verdict().equals("DIFFERENT"))
            .map(clause -> left ? clause.left() : clause.right())
            .toList();
    return Marked.line((left ? text.left() : text.right()).rules(), marked, RULES);
  }

  private static String stated(String words, Texts texts) {
    return words.isEmpty() ? texts.say("clause.notStated") : Shown.line(words, CLAUSE);
  }
}
