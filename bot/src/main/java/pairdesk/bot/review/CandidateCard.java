package pairdesk.bot.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Button;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Lines;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Shown;
import pairdesk.bot.text.Texts;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.Relation;
import pairdesk.engine.money.Quantity;
import pairdesk.persistence.Pairs;

/** A candidate as people see it: differences first, then what speaks for it. */
public final class CandidateCard {
  private static final int TITLE = 120;
  private static final int CLAUSE = 160;
  private static final int REASON = 160;
  private static final int REASONS = 6;
  private static final int BAR = 10;
  static final int REVISION = 8;

  private final Desk desk;
  private final Texts texts;

  private CandidateCard(Desk desk, Texts texts) {
    this.desk = desk;
    this.texts = texts;
  }

  /** The message for the channel, with buttons while it is open for decision. */
  public static Answer.Reply message(Desk desk, Pairs.Listed listed, Texts texts) {
    boolean open = listed.pair().status() == PairStatus.PROPOSED;
    var shown = new CandidateCard(desk, texts);
    return new Answer.Reply(
        shown.card(listed), shown.buttons(listed, open), Answer.Audience.CHANNEL);
  }

  private Card card(Pairs.Listed listed) {
    var text = CandidateText.parse(listed.json());
    Card card = Card.of(tone(listed), title(listed), text.map(this::differences).orElse(""));
    if (text.isPresent()) {
      card = card.withLine(texts.say("candidate.question"), sides(text.get()));
    }
    card = withMoney(card, listed);
    if (text.isPresent()) {
      card = card.withLine(texts.say("candidate.why"), reasons(text.get()));
    }
    card =
        card.withLine(
            texts.say("candidate.markets"),
            "Kalshi `%s`\nPolymarket `%s`"
                .formatted(
                    Shown.code(listed.pair().left().code(), 100),
                    Shown.code(listed.pair().right().code(), 100)));
    card =
        card.with(
            texts.say("candidate.score"),
            bar(listed.score()) + " " + texts.say("candidate.of100", listed.score()));
    card = card.with(texts.say("candidate.relation"), relation(listed));
    return withDecision(card, listed);
  }

  private Card withMoney(Card card, Pairs.Listed listed) {
    boolean open = listed.pair().status() == PairStatus.PROPOSED;
    EdgeNow now = open ? EdgeNow.asked(desk, listed.pair()) : EdgeNow.followed(desk);
    Quantity shares = EdgeNow.smallest(desk);
    var edge = new EdgeText(now, texts);
    return card.withLine(texts.say("candidate.edge"), edge.ways(listed.pair(), shares))
        .withLine(texts.say("candidate.bound"), edge.lockUp(listed.pair(), shares));
  }

  private Card withDecision(Card card, Pairs.Listed listed) {
    String terms = Terms.text(listed.pair().terms(), texts);
    if (!listed.firstApprover().isEmpty()) {
      return card.withLine(
          texts.say("candidate.first"),
          texts.say(
              "candidate.second",
              Shown.line(listed.firstApprover(), 40) + (terms.isEmpty() ? "" : ", " + terms)));
    }
    if (listed.pair().status() == PairStatus.PROPOSED) {
      return card;
    }
    return card.withLine(
        texts.say("candidate.decision"),
        texts.say(
                "candidate.decided",
                texts.name("pair.state", listed.pair().status()),
                Shown.line(listed.last().by(), 40),
                Numbers.ago(listed.last().at()))
            + (terms.isEmpty() ? "" : "\n" + terms));
  }

  private static Tone tone(Pairs.Listed listed) {
    return switch (listed.pair().status()) {
      case PROPOSED, SUSPENDED -> Tone.WAITING;
      case APPROVED -> Tone.GOOD;
      case PAUSED, REJECTED, EXPIRED -> Tone.QUIET;
    };
  }

  private String title(Pairs.Listed listed) {
    return texts.say(
        "candidate.title", listed.pair().id(), texts.name("pair.state", listed.pair().status()));
  }

  private String sides(CandidateText text) {
    return side(text.left()) + "\n" + side(text.right());
  }

  private String side(CandidateText.Side side) {
    Long close = side.closeSeconds();
    return texts.say(
        "candidate.side",
        side.venue(),
        Shown.line(side.title(), TITLE)
            + (side.group().isEmpty() ? "" : " — " + Shown.line(side.group(), 60)),
        close == null ? texts.say("clause.notStated") : Numbers.ago(Instant.ofEpochSecond(close)));
  }

  /** What differs stands first: it is what can lose both legs. */
  private String differences(CandidateText text) {
    List<String> different = clauses(text, "DIFFERENT");
    List<String> open = clauses(text, "NOT_STATED");
    String head =
        different.isEmpty()
            ? compared(text)
            : "⚠️ **" + texts.say("candidate.differ") + "**\n" + Lines.fit(different, 1_300, texts);
    return open.isEmpty()
        ? head
        : head + "\n**" + texts.say("candidate.notStated") + "**\n" + Lines.fit(open, 500, texts);
  }

  /** Nothing differs: that says little where little could be compared. */
  private String compared(CandidateText text) {
    List<String> equal =
        text.clauses().stream()
            .filter(clause -> clause.verdict().equals("EQUAL"))
            .map(clause -> ClauseWords.topic(clause, texts))
            .toList();
    return equal.isEmpty()
        ? "❔ **" + texts.say("candidate.notCompared") + "**"
        : "✅ " + texts.say("candidate.same", String.join(", ", equal));
  }

  private List<String> clauses(CandidateText text, String verdict) {
    var lines = new ArrayList<String>();
    var byNeither = new ArrayList<String>();
    for (CandidateText.Difference clause : text.clauses()) {
      if (clause.verdict().equals(verdict) && clause.left().isEmpty() && clause.right().isEmpty()) {
        byNeither.add(ClauseWords.topic(clause, texts));
      } else if (clause.verdict().equals(verdict)) {
        lines.add(
            "**%s** · Kalshi: %s · Polymarket: %s"
                .formatted(
                    ClauseWords.topic(clause, texts), quote(clause.left()), quote(clause.right())));
      }
    }
    if (!byNeither.isEmpty()) {
      lines.add(texts.say("candidate.byNeither", String.join(", ", byNeither)));
    }
    return lines;
  }

  private String quote(String words) {
    return words.isEmpty() ? texts.say("clause.notStated") : "“" + Shown.line(words, CLAUSE) + "”";
  }

  private static String reasons(CandidateText text) {
    return String.join(
        "\n",
        text.reasons().stream().limit(REASONS).map(r -> "· " + Shown.line(r, REASON)).toList());
  }

  private static String bar(int score) {
    int full = Math.clamp(Math.round(score * BAR / 100.0), 0, BAR);
    return "▰".repeat(full) + "▱".repeat(BAR - full);
  }

  private String relation(Pairs.Listed listed) {
    return listed.pair().relation() == Relation.SAME
        ? texts.say("candidate.relation.SAME")
        : texts.say("candidate.relation.INVERSE");
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
            open),
        new Button(
            PairButton.of(DetailsAction.DETAILS, listed),
            texts.say("candidate.details"),
            Button.Style.SECONDARY,
            true));
  }

  /** The first characters of the rules hash: a button of older rules is out of date. */
  static String revision(String rulesHash) {
    return rulesHash.substring(0, Math.min(REVISION, rulesHash.length()));
  }
}
