package pairdesk.matching.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import pairdesk.matching.score.Alignment;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.text.Kind;
import pairdesk.matching.text.Tag;
import pairdesk.matching.veto.Objection;

/** Says in sentences what speaks for a pair and what against it. */
public final class Reasons {
  private static final double RARE = 0.35;
  private static final int MOST_WORDS = 4;

  private Reasons() {}

  /** Contradictions first, then the risk, what agrees, and what only one side says. */
  public static List<String> of(Comparison pair, List<Objection> vetoes, List<Clause> clauses) {
    List<String> reasons = new ArrayList<>();
    vetoes.forEach(
        veto -> reasons.add("Contradiction (" + veto.veto() + "): " + veto.reason() + "."));
    reasons.add(RiskGrade.of(clauses).sentence(clauses));
    for (Kind kind : Kind.values()) {
      if (pair.on(kind) == Comparison.Agreement.EQUAL && kind.exclusive()) {
        reasons.add("Same " + kind.label() + ": " + names(pair, kind) + ".");
      }
    }
    addDates(pair, reasons);
    if (pair.onRanges() == Comparison.Agreement.EQUAL) {
      reasons.add("Same figure: " + pair.left().ranges().getFirst().label() + ".");
    }
    addMissing("Only Kalshi says", pair.leftWords(), reasons);
    addMissing("Only Polymarket says", pair.rightWords(), reasons);
    return List.copyOf(reasons);
  }

  private static String names(Comparison pair, Kind kind) {
    Set<Tag> left = pair.left().tags().stated(kind);
    Set<Tag> shown = left.isEmpty() ? pair.right().tags().stated(kind) : left;
    return shown.stream().map(Tag::id).sorted().collect(Collectors.joining(", "));
  }

  private static void addDates(Comparison pair, List<String> reasons) {
    OptionalLong days = pair.daysBetweenDeadlines();
    if (days.isEmpty()) {
      return;
    }
    reasons.add(
        days.getAsLong() == 0
            ? "Same last day: " + Comparison.window(pair.left()).orElseThrow().last() + "."
            : "Last days " + days.getAsLong() + " days apart.");
  }

  private static void addMissing(String who, Alignment words, List<String> reasons) {
    String missing =
        words.words().stream()
            .filter(word -> word.missing() >= RARE)
            .sorted(Comparator.comparingDouble(Alignment.Aligned::missing).reversed())
            .limit(MOST_WORDS)
            .map(word -> word.term().label())
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      reasons.add(who + ": " + Quotes.shorten(missing) + ".");
    }
  }
}
