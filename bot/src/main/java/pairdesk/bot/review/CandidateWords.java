package pairdesk.bot.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Lines;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Shown;
import pairdesk.bot.text.Texts;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.Relation;
import pairdesk.persistence.Pairs;

/** What is said of a candidate, part by part; what differs stands first everywhere. */
record CandidateWords(Desk desk, Texts texts) {
  private static final int TITLE = 120;
  private static final int CLAUSE = 160;
  private static final int REASON = 160;
  private static final int REASONS = 6;
  private static final int BAR = 10;

  static Tone tone(Pairs.Listed listed) {
    return switch (listed.pair().status()) {
      case PROPOSED, SUSPENDED -> Tone.WAITING;
      case APPROVED -> Tone.GOOD;
      case PAUSED, REJECTED, EXPIRED -> Tone.QUIET;
    };
  }

  String title(Pairs.Listed listed) {
    return texts.say(
        "candidate.title", listed.pair().id(), texts.name("pair.state", listed.pair().status()));
  }

  String sides(CandidateText text) {
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
  String differences(CandidateText text) {
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

  static String reasons(CandidateText text) {
    return String.join(
        "\n",
        text.reasons().stream().limit(REASONS).map(r -> "· " + Shown.line(r, REASON)).toList());
  }

  String score(Pairs.Listed listed) {
    return bar(listed.score()) + " " + texts.say("candidate.of100", listed.score());
  }

  private static String bar(int score) {
    int full = Math.clamp(Math.round(score * BAR / 100.0), 0, BAR);
    return "▰".repeat(full) + "▱".repeat(BAR - full);
  }

  String relation(Pairs.Listed listed) {
    return listed.pair().relation() == Relation.SAME
        ? texts.say("candidate.relation.SAME")
        : texts.say("candidate.relation.INVERSE");
  }

  static String markets(Pairs.Listed listed) {
    return "Kalshi `%s`\nPolymarket `%s`"
        .formatted(
            Shown.code(listed.pair().left().code(), 100),
            Shown.code(listed.pair().right().code(), 100));
  }

  /** On the books of now; the venues are asked while it is open for decision. */
  EdgeText edge(Pairs.Listed listed) {
    boolean open = listed.pair().status() == PairStatus.PROPOSED;
    return new EdgeText(open ? EdgeNow.asked(desk, listed.pair()) : EdgeNow.followed(desk), texts);
  }

  Card withDecision(Card card, Pairs.Listed listed) {
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
}
