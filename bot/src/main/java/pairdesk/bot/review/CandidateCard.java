package pairdesk.bot.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Button;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Lines;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Shown;
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

  private CandidateCard() {}

  /** The message for the channel, with buttons while it is open for decision. */
  public static Answer.Reply message(Desk desk, Pairs.Listed listed) {
    boolean open = listed.pair().status() == PairStatus.PROPOSED;
    return new Answer.Reply(card(desk, listed), buttons(listed, open), Answer.Audience.CHANNEL);
  }

  private static Card card(Desk desk, Pairs.Listed listed) {
    var text = CandidateText.parse(listed.json());
    Card card =
        Card.of(tone(listed), title(listed), text.map(CandidateCard::differences).orElse(""));
    if (text.isPresent()) {
      card = card.withLine("Question", sides(text.get()));
    }
    card = withMoney(card, desk, listed);
    if (text.isPresent()) {
      card = card.withLine("Why", reasons(text.get()));
    }
    card =
        card.withLine(
            "Markets",
            "Kalshi `%s`\nPolymarket `%s`"
                .formatted(
                    Shown.code(listed.pair().left().code(), 100),
                    Shown.code(listed.pair().right().code(), 100)));
    card = card.with("Score", bar(listed.score()) + " " + listed.score() + " of 100");
    card = card.with("Relation", relation(listed));
    return withDecision(card, listed);
  }

  private static Card withMoney(Card card, Desk desk, Pairs.Listed listed) {
    boolean open = listed.pair().status() == PairStatus.PROPOSED;
    EdgeNow now = open ? EdgeNow.asked(desk, listed.pair()) : EdgeNow.followed(desk);
    Quantity shares = EdgeNow.smallest(desk);
    return card.withLine("Edge now", now.text(listed.pair(), shares))
        .withLine("Money bound", now.lockUp(listed.pair(), shares));
  }

  private static Card withDecision(Card card, Pairs.Listed listed) {
    String terms = Terms.text(listed.pair().terms());
    if (!listed.firstApprover().isEmpty()) {
      return card.withLine(
          "1 of 2 approvals",
          "by "
              + Shown.line(listed.firstApprover(), 40)
              + (terms.isEmpty() ? "" : ", " + terms)
              + ". A second person must approve too; nothing is traded until then.");
    }
    if (listed.pair().status() == PairStatus.PROPOSED) {
      return card;
    }
    return card.withLine(
        "Decision",
        listed.pair().status().name().toLowerCase(Locale.ROOT)
            + " by "
            + Shown.line(listed.last().by(), 40)
            + " "
            + Numbers.ago(listed.last().at())
            + (terms.isEmpty() ? "" : "\n" + terms));
  }

  private static Tone tone(Pairs.Listed listed) {
    return switch (listed.pair().status()) {
      case PROPOSED, SUSPENDED -> Tone.WAITING;
      case APPROVED -> Tone.GOOD;
      case PAUSED, REJECTED, EXPIRED -> Tone.QUIET;
    };
  }

  private static String title(Pairs.Listed listed) {
    String state = listed.pair().status().name().toLowerCase(Locale.ROOT);
    return "Pair " + listed.pair().id() + " · " + state;
  }

  private static String sides(CandidateText text) {
    return side(text.left()) + "\n" + side(text.right());
  }

  private static String side(CandidateText.Side side) {
    Long close = side.closeSeconds();
    return "**%s** %s%s · closes %s"
        .formatted(
            side.venue(),
            Shown.line(side.title(), TITLE),
            side.group().isEmpty() ? "" : " — " + Shown.line(side.group(), 60),
            close == null ? "not stated" : Numbers.ago(Instant.ofEpochSecond(close)));
  }

  /** What differs stands first: it is what can lose both legs. */
  private static String differences(CandidateText text) {
    List<String> different = clauses(text, "DIFFERENT");
    List<String> open = clauses(text, "NOT_STATED");
    String head =
        different.isEmpty()
            ? compared(text)
            : "⚠️ **Rules that differ**\n" + Lines.fit(different, 1_300);
    return open.isEmpty() ? head : head + "\n**Not stated by both**\n" + Lines.fit(open, 500);
  }

  /** Nothing differs: that says little where little could be compared. */
  private static String compared(CandidateText text) {
    List<String> equal =
        text.clauses().stream()
            .filter(clause -> clause.verdict().equals("EQUAL"))
            .map(CandidateText.Difference::topic)
            .toList();
    return equal.isEmpty()
        ? "❔ **No rule could be compared: read both texts**"
        : "✅ **No rule was found to differ**; the same: " + String.join(", ", equal);
  }

  private static List<String> clauses(CandidateText text, String verdict) {
    var lines = new ArrayList<String>();
    var byNeither = new ArrayList<String>();
    for (CandidateText.Difference clause : text.clauses()) {
      if (clause.verdict().equals(verdict) && clause.left().isEmpty() && clause.right().isEmpty()) {
        byNeither.add(clause.topic());
      } else if (clause.verdict().equals(verdict)) {
        lines.add(
            "**%s** · Kalshi: %s · Polymarket: %s"
                .formatted(clause.topic(), quote(clause.left()), quote(clause.right())));
      }
    }
    if (!byNeither.isEmpty()) {
      lines.add("by neither: " + String.join(", ", byNeither));
    }
    return lines;
  }

  private static String quote(String words) {
    return words.isEmpty() ? "not stated" : "“" + Shown.line(words, CLAUSE) + "”";
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

  private static String relation(Pairs.Listed listed) {
    return listed.pair().relation() == Relation.SAME
        ? "SAME: YES here is YES there"
        : "INVERSE: YES on Kalshi is NO on Polymarket";
  }

  private static List<Button> buttons(Pairs.Listed listed, boolean open) {
    return List.of(
        new Button(
            PairButton.of(ReviewActions.APPROVE, listed), "Approve", Button.Style.SUCCESS, open),
        new Button(
            PairButton.of(ReviewActions.APPROVE_WITH, listed),
            "Approve with terms…",
            Button.Style.SECONDARY,
            open),
        new Button(
            PairButton.of(ReviewActions.REJECT, listed), "Reject", Button.Style.DANGER, open),
        new Button(
            PairButton.of(DetailsAction.DETAILS, listed), "Details", Button.Style.SECONDARY, true));
  }

  /** The first characters of the rules hash: a button of older rules is out of date. */
  static String revision(String rulesHash) {
    return rulesHash.substring(0, Math.min(REVISION, rulesHash.length()));
  }
}
