package pairdesk.bot.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pairdesk.bot.report.Explanation.Asked;
import pairdesk.bot.report.Explanation.Reply;
import pairdesk.bot.scene.Samples;
import pairdesk.bot.scene.Scene;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.risk.VerdictRecord;
import pairdesk.engine.risk.gate.RiskRules;
import pairdesk.persistence.Archive;

/** Every rule says its limit and its number; the one that decided says what would have helped. */
class ExplanationTest {
  private static final Limits LIMITS = Limits.DEFAULTS;

  private static Explanation explain(@Nullable Verdict verdict) {
    var bundle = Samples.opportunity("o1", new PairId(1), Scene.NOW);
    var given =
        verdict == null ? null : new VerdictRecord("v1", bundle.id(), verdict, 1, Scene.NOW);
    return Explanation.of(new Archive.Judged(bundle, given), LIMITS);
  }

  private static Asked rule(Explanation explanation, String name) {
    return explanation.rules().stream()
        .filter(asked -> asked.rule().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyRuleOfTheGateHasALimitInWords() {
    Explanation explanation = explain(new Verdict.Allow());
    assertEquals(
        RiskRules.of(LIMITS, Fees.STANDARD).stream()
            .flatMap(layer -> layer.rules().stream())
            .map(RiskRule::name)
            .toList(),
        explanation.rules().stream().map(Asked::rule).toList());
    assertEquals(
        List.of(), explanation.rules().stream().filter(asked -> asked.limit().isEmpty()).toList());
  }

  @Test
  void everyRuleSaysWhatWouldHaveHelped() {
    List<String> silent =
        RiskRules.of(LIMITS, Fees.STANDARD).stream()
            .flatMap(layer -> layer.rules().stream())
            .map(RiskRule::name)
            .filter(name -> explain(new Verdict.Refuse(name, "")).wanted().isEmpty())
            .toList();
    assertEquals(List.of(), silent);
  }

  @Test
  void aRefusalIsToldWithItsNumbersAndEndsTheQuestions() {
    Explanation explanation =
        explain(new Verdict.Refuse("net-edge", "net edge 0.42 % of at least 1.00 %"));
    assertEquals(
        new Asked(
            "quality",
            "net-edge",
            Reply.REFUSED,
            "at least 1.00 % net",
            "net edge 0.42 % of at least 1.00 %"),
        rule(explanation, "net-edge"));
    assertEquals(
        new Asked("quality", "book-age", Reply.PASSED, "less than 5000 ms", "230 ms"),
        rule(explanation, "book-age"));
    assertEquals(Reply.NOT_NEEDED, rule(explanation, "minimum-size").reply());
    assertEquals("50 shares", rule(explanation, "minimum-size").measured());
    assertEquals(Reply.NOT_NEEDED, rule(explanation, "one-execution").reply());
  }

  /** 50 shares pay $50.00 and net $0.96; 3 % of that would be $1.50. */
  @Test
  void aMissingEdgeIsCountedInDollarsAndPerShare() {
    var bundle = Samples.opportunity("o1", new PairId(1), Scene.NOW);
    var strict =
        new Limits(
            LIMITS.data(),
            LIMITS.quality().withFloors(Map.of()),
            LIMITS.capital(),
            LIMITS.timing(),
            LIMITS.breakers());
    var refused =
        new VerdictRecord("v", bundle.id(), new Verdict.Refuse("net-edge", ""), 1, Scene.NOW);
    assertEquals(
        "Cost and fees $0.54 lower together, $0.0108 a share.",
        Explanation.of(new Archive.Judged(bundle, refused), strict).wanted());
  }

  @Test
  void aSmallerSizeIsToldByTheRuleThatBoundIt() {
    Explanation explanation =
        explain(new Verdict.Shrink(Quantity.ofShares(20), "one-trade", "trade $47.50 of $20.00"));
    assertEquals(Reply.SHRANK, rule(explanation, "one-trade").reply());
    assertEquals("trade $47.50 of $20.00", rule(explanation, "one-trade").measured());
    assertEquals(1, explanation.rules().stream().filter(a -> a.reply() != Reply.PASSED).count());
    assertFalse(explanation.wanted().isEmpty());
  }

  @Test
  void withoutAVerdictNothingIsClaimed() {
    Explanation explanation = explain(null);
    assertEquals(
        List.of(Reply.NOT_KNOWN),
        explanation.rules().stream().map(Asked::reply).distinct().collect(Collectors.toList()));
    assertEquals("", explanation.wanted());
  }
}
