package pairdesk.bot.review;

import java.util.List;
import java.util.Optional;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Button;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Desk;
import pairdesk.bot.text.Texts;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.money.Quantity;
import pairdesk.persistence.Pairs;

/**
 * A candidate as people see it in the channel: whom it is about, what differs, what it would earn,
 * why it was proposed, and the buttons that decide.
 */
public final class CandidateCard {
  static final int REVISION = 8;

  private final Desk desk;
  private final Texts texts;
  private final CandidateWords words;

  private CandidateCard(Desk desk, Texts texts) {
    this.desk = desk;
    this.texts = texts;
    this.words = new CandidateWords(desk, texts);
  }

  /** The message for the channel, with buttons while it is open for decision. */
  public static Answer.Reply message(Desk desk, Pairs.Listed listed, Texts texts) {
    boolean open = listed.pair().status() == PairStatus.PROPOSED;
    var shown = new CandidateCard(desk, texts);
    return new Answer.Reply(
        shown.card(listed), shown.buttons(listed, open), Answer.Audience.CHANNEL);
  }

  private Card card(Pairs.Listed listed) {
    Optional<CandidateText> text = CandidateText.parse(listed.json());
    String score = named("candidate.score", words.score(listed));
    var parts =
        List.of(
            new Card.Entry(text.map(words::differences).orElse(""), details(listed, texts)),
            new Card.Entry(money(listed), null),
            new Card.Entry(
                text.map(known -> score + "\n" + CandidateWords.reasons(known)).orElse(score),
                null));
    Card card =
        Card.of(CandidateWords.tone(listed), words.title(listed), text.map(words::sides).orElse(""))
            .withEntries(parts)
            .with(texts.say("candidate.markets"), CandidateWords.markets(listed))
            .with(texts.say("candidate.relation"), words.relation(listed));
    return words.withDecision(card, listed);
  }

  private String money(Pairs.Listed listed) {
    Quantity shares = EdgeNow.smallest(desk);
    EdgeText edge = words.edge(listed);
    return named("candidate.edge", edge.ways(listed.pair(), shares))
        + "\n"
        + named("candidate.bound", edge.lockUp(listed.pair(), shares));
  }

  private String named(String key, String what) {
    return "**" + texts.say(key) + "** " + what;
  }

  private List<Button> buttons(Pairs.Listed listed, boolean open) {
    return List.of(
        new Button(
            PairButton.of(ReviewActions.APPROVE, listed),
            texts.say("candidate.approve"),
            Button.Style.SUCCESS,
            open),
        new Button(
            PairButton.of(ReviewActions.APPROVE_WITH, listed),
            texts.say("candidate.approveWith"),
            Button.Style.SECONDARY,
            open),
        new Button(
            PairButton.of(ReviewActions.REJECT, listed),
            texts.say("candidate.reject"),
            Button.Style.DANGER,
            open));
  }

  static Button details(Pairs.Listed listed, Texts texts) {
    return new Button(
        PairButton.of(DetailsAction.DETAILS, listed),
        texts.say("candidate.details"),
        Button.Style.SECONDARY,
        true);
  }

  /** The first characters of the rules hash: a button of older rules is out of date. */
  static String revision(String rulesHash) {
    return rulesHash.substring(0, Math.min(REVISION, rulesHash.length()));
  }
}
