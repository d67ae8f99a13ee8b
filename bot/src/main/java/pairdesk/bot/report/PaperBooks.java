package pairdesk.bot.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pairdesk.engine.control.Mode;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.portfolio.Attribution;
import pairdesk.engine.portfolio.PnlDay;
import pairdesk.engine.portfolio.Portfolio;
import pairdesk.engine.portfolio.Position;
import pairdesk.persistence.Archive;
import pairdesk.persistence.History;

/**
 * What the paper account holds and has earned. It has no rows of its own for that: its fills and
 * payouts say all of it, and are folded here as the desk folds them.
 */
record PaperBooks(List<Position> positions, List<PnlDay> pnl) {

  static PaperBooks read(Archive archive, History history) {
    Map<ExecutionId, String> strategies = new HashMap<>();
    archive.executions(
        Mode.PAPER, ReportQuery.ALWAYS, it -> strategies.put(it.id(), it.strategy()));
    var portfolio = Portfolio.pooled();
    archive.fills(
        Mode.PAPER,
        ReportQuery.ALWAYS,
        traded -> portfolio.apply(traded.fill(), owner(traded, strategies)));
    history.payouts(Mode.PAPER).forEach(portfolio::applyPayout);
    return new PaperBooks(portfolio.positions(), portfolio.pnl());
  }

  private static Attribution owner(Archive.Traded traded, Map<ExecutionId, String> strategies) {
    OrderIntent.Origin origin = traded.origin();
    String strategy = origin == null ? null : strategies.get(origin.execution());
    return origin == null || strategy == null
        ? Attribution.EXTERNAL
        : new Attribution(strategy, origin.pair());
  }
}
