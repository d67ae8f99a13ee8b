package pairdesk.bot.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.opportunity.Edge;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.risk.VerdictRecord;
import pairdesk.persistence.Archive;

/** An opportunity with what was said of it. */
final class OpportunityRow {
  static final List<Column> COLUMNS =
      Column.of(
          "found_at_utc",
          "opportunity_id",
          "strategy",
          "pair_id",
          "legs",
          "size_shares",
          "payout_dollars",
          "cost_dollars",
          "fees_dollars",
          "slippage_dollars",
          "net_edge_dollars",
          "net_edge_bps",
          "annualised_bps",
          "verdict",
          "allowed_shares",
          "rule",
          "why",
          "settings_version");

  private OpportunityRow() {}

  static List<Cell> of(Archive.Judged judged) {
    return Stream.concat(found(judged.opportunity()).stream(), verdict(judged.verdict()).stream())
        .toList();
  }

  private static List<Cell> found(Opportunity.Bundle bundle) {
    Edge edge = bundle.edge();
    return List.of(
        Cell.of(bundle.at()),
        Cell.of(bundle.id().value()),
        Cell.of(bundle.strategy()),
        Cell.of(bundle.pair()),
        Cell.of(bundle.legs().stream().map(OpportunityRow::leg).collect(Collectors.joining("; "))),
        Cell.of(bundle.shares()),
        Cell.of(edge.payout()),
        Cell.of(edge.cost()),
        Cell.of(edge.fees()),
        Cell.of(edge.slippage()),
        Cell.of(edge.net()),
        Cell.of(edge.netRatio()),
        Cell.of(edge.annualised()));
  }

  /** {@code kalshi KXRAIN YES 50 at up to 0.40}. */
  private static String leg(Leg leg) {
    return Words.of(leg.instrument()) + " " + leg.quantity() + " at up to " + leg.worst();
  }

  private static List<Cell> verdict(@Nullable VerdictRecord given) {
    if (given == null) {
      return List.of(new Cell.Text("NOT_WRITTEN"), Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, Cell.EMPTY);
    }
    Cell settings = Cell.of(given.settingsVersion());
    return switch (given.verdict()) {
      case Verdict.Allow() ->
          List.of(new Cell.Text("ALLOW"), Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, settings);
      case Verdict.Shrink(var shares, var rule, var why) ->
          List.of(new Cell.Text("SHRINK"), Cell.of(shares), Cell.of(rule), Cell.of(why), settings);
      case Verdict.Refuse(var rule, var why) ->
          List.of(new Cell.Text("REFUSE"), Cell.EMPTY, Cell.of(rule), Cell.of(why), settings);
    };
  }
}
