package pairdesk.bot.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.risk.VerdictRecord;
import pairdesk.engine.risk.gate.RiskRules;
import pairdesk.persistence.Archive;

/**
 * Why an opportunity was let pass or not: every rule in the order in which they are asked, with its
 * limit and its number.
 *
 * @param verdict null where it was not written
 * @param wanted what would have had to be different, one sentence; empty when nothing would
 */
public record Explanation(
    Opportunity.Bundle opportunity,
    @Nullable VerdictRecord verdict,
    List<Asked> rules,
    String wanted) {

  public Explanation {
    rules = List.copyOf(rules);
  }

  /** What a rule said. */
  public enum Reply {
    PASSED,
    /** It bound the size. */
    SHRANK,
    REFUSED,
    /** A rule before it had refused: its answer was not needed. */
    NOT_NEEDED,
    /** The verdict was not written. */
    NOT_KNOWN
  }

  /**
   * One rule.
   *
   * @param limit what it wants, by the limits that it is explained with
   * @param measured its number; empty for what only the engine saw at that moment
   */
  public record Asked(String layer, String rule, Reply reply, String limit, String measured) {}

  /**
   * @param limits in force now: those of that moment are known by their numbers in the verdict
   *     alone
   */
  public static Explanation of(Archive.Judged judged, Limits limits) {
    Opportunity.Bundle bundle = judged.opportunity();
    VerdictRecord given = judged.verdict();
    Verdict verdict = given == null ? null : given.verdict();
    var texts = new RuleTexts(limits);
    var rules = new ArrayList<Asked>();
    boolean over = false;
    for (RiskRules.Layer layer : RiskRules.of(limits, Fees.STANDARD)) {
      for (RiskRule rule : layer.rules()) {
        Reply reply = over ? Reply.NOT_NEEDED : reply(rule.name(), verdict);
        over = over || reply == Reply.REFUSED;
        rules.add(
            new Asked(
                layer.name(),
                rule.name(),
                reply,
                texts.limit(rule.name(), bundle),
                decided(reply) ? why(verdict) : texts.measured(rule.name(), bundle)));
      }
    }
    return new Explanation(bundle, given, rules, wanted(texts, bundle, verdict));
  }

  private static Reply reply(String rule, @Nullable Verdict verdict) {
    return switch (verdict) {
      case null -> Reply.NOT_KNOWN;
      case Verdict.Allow() -> Reply.PASSED;
      case Verdict.Shrink(_, var by, _) -> by.equals(rule) ? Reply.SHRANK : Reply.PASSED;
      case Verdict.Refuse(var by, _) -> by.equals(rule) ? Reply.REFUSED : Reply.PASSED;
    };
  }

  private static boolean decided(Reply reply) {
    return reply == Reply.SHRANK || reply == Reply.REFUSED;
  }

  private static String why(@Nullable Verdict verdict) {
    return switch (verdict) {
      case null -> "";
      case Verdict.Allow() -> "";
      case Verdict.Shrink(_, _, var why) -> why;
      case Verdict.Refuse(_, var why) -> why;
    };
  }

  private static String wanted(
      RuleTexts texts, Opportunity.Bundle bundle, @Nullable Verdict verdict) {
    return switch (verdict) {
      case null -> "";
      case Verdict.Allow() -> "";
      case Verdict.Shrink(_, var rule, _) -> texts.wanted(rule, bundle);
      case Verdict.Refuse(var rule, _) -> texts.wanted(rule, bundle);
    };
  }

  /** The rules as rows: for files and tables. */
  public Report report() {
    return new Report() {
      @Override
      public List<Column> columns() {
        return Column.of("layer", "rule", "reply", "limit", "measured");
      }

      @Override
      public void forEach(Consumer<List<Cell>> row) {
        rules.forEach(asked ->
            row.accept(
                List.of(
                    Cell.of(asked.layer()),
                    Cell.of(asked.rule()),
                    Cell.of(asked.reply()),
                    Cell.of(asked.limit()),
                    Cell.of(asked.measured()))));
      }
    };
  }
}
