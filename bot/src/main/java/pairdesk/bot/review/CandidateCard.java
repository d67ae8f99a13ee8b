package pairdesk.bot.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Button;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Shown;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.Relation;
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
  public static Answer.Reply message(Pairs.Listed listed) {
    boolean open = listed.pair().status() == PairStatus.PROPOSED;
    return new Answer.Reply(card(listed), buttons(listed, open), Answer.Audience.CHANNEL);
  }

  private static Card card(Pairs.Listed listed) {
    var text = CandidateText.parse(listed.json());
    Card card = Card.of(tone(listed), title(listed), text.map(CandidateCard::sides).orElse(""));
    if (text.isPresent()) {
      card = card.withLine("Rules that differ", differences(text.get(), "DIFFERENT"));
      card = card.withLine("Not stated by both", differences(text.get(), "NOT_STATED"));
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
    if (listed.pair().status() != PairStatus.PROPOSED) {
      card =
          card.withLine(
              "Decision",
              listed.pair().status().name().toLowerCase(Locale.ROOT)
                  + " by "
                  + Shown.line(listed.last().by(), 40)
                  + " "
                  + Numbers.ago(listed.last().at()));
    }
    return card;
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

  private static String differences(CandidateText text, String verdict) {
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
    return lines.isEmpty() ? "none found" : String.join("\n", lines);
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
            PairButton.of(ReviewActions.REJECT, listed), "Reject", Button.Style.DANGER, open),
        new Button(
            PairButton.of(DetailsAction.DETAILS, listed), "Details", Button.Style.SECONDARY, true));
  }

  /** The first characters of the rules hash: a button of older rules is out of date. */
  static String revision(String rulesHash) {
    return rulesHash.substring(0, Math.min(REVISION, rulesHash.length()));
  }
}
