package pairdesk.bot.report;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionSnapshot.LegSnapshot;
import pairdesk.engine.money.Usd;

/** An execution with the sums of its legs. */
final class ExecutionRow {
  static final List<Column> COLUMNS =
      Column.of(
          "started_at_utc",
          "execution_id",
          "opportunity_id",
          "mode",
          "strategy",
          "pair_id",
          "state",
          "legs",
          "planned_shares",
          "spent_dollars",
          "received_dollars",
          "fees_dollars",
          "expected_dollars",
          "realised_dollars",
          "unhedged_shares",
          "hedged_after_ms",
          "updated_at_utc",
          "note");

  private ExecutionRow() {}

  static List<Cell> of(ExecutionSnapshot execution) {
    ExecutionSnapshot.Times times = execution.times();
    return List.of(
        Cell.of(times.started()),
        Cell.of(execution.id().value()),
        Cell.of(execution.opportunity().value()),
        Cell.of(execution.mode()),
        Cell.of(execution.strategy()),
        Cell.of(execution.pair()),
        Cell.of(execution.state()),
        Cell.of(execution.legs().stream().map(ExecutionRow::leg).collect(Collectors.joining("; "))),
        Cell.of(execution.planned()),
        Cell.of(sum(execution, LegSnapshot::spent)),
        Cell.of(sum(execution, LegSnapshot::received)),
        Cell.of(sum(execution, LegSnapshot::fees)),
        Cell.of(execution.result().expected()),
        Cell.of(execution.result().realised()),
        Cell.of(execution.unhedged()),
        times.hedged() == null
            ? Cell.EMPTY
            : Cell.of(Duration.between(times.started(), times.hedged())),
        Cell.of(times.updated()),
        Cell.of(execution.result().note()));
  }

  /** {@code kalshi KXRAIN YES 50 bought, 0 sold}. */
  private static String leg(LegSnapshot leg) {
    return Words.of(leg.instrument()) + " " + leg.bought() + " bought, " + leg.sold() + " sold";
  }

  private static Usd sum(ExecutionSnapshot execution, Function<LegSnapshot, Usd> part) {
    return execution.legs().stream().map(part).reduce(Usd.ZERO, Usd::plus);
  }
}
