package pairdesk.bot.review;

import java.util.List;
import java.util.Optional;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Desk;
import pairdesk.bot.text.Texts;
import pairdesk.engine.money.Quantity;
import pairdesk.persistence.Pairs;

/** A candidate as a sheet of fields to which more can be added; nothing on it decides. */
public final class CandidateSheet {
  private CandidateSheet() {}

  /** For the caller alone. */
  public static Answer.Reply of(Desk desk, Pairs.Listed listed, Texts texts) {
    return new Answer.Reply(
        card(desk, listed, texts),
        List.of(CandidateCard.details(listed, texts)),
        Answer.Audience.CALLER);
  }

  private static Card card(Desk desk, Pairs.Listed listed, Texts texts) {
    var words = new CandidateWords(desk, texts);
    Optional<CandidateText> text = CandidateText.parse(listed.json());
    Card card =
        Card.of(
            CandidateWords.tone(listed),
            words.title(listed),
            text.map(words::differences).orElse(""));
    if (text.isPresent()) {
      card = card.withLine(texts.say("candidate.question"), words.sides(text.get()));
    }
    Quantity shares = EdgeNow.smallest(desk);
    EdgeText edge = words.edge(listed);
    card =
        card.withLine(texts.say("candidate.edge"), edge.ways(listed.pair(), shares))
            .withLine(texts.say("candidate.bound"), edge.lockUp(listed.pair(), shares));
    if (text.isPresent()) {
      card = card.withLine(texts.say("candidate.why"), CandidateWords.reasons(text.get()));
    }
    card =
        card.withLine(texts.say("candidate.markets"), CandidateWords.markets(listed))
            .with(texts.say("candidate.score"), words.score(listed))
            .with(texts.say("candidate.relation"), words.relation(listed));
    return words.withDecision(card, listed);
  }
}
