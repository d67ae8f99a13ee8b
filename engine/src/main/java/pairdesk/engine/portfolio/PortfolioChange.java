package pairdesk.engine.portfolio;

import java.util.List;

/**
 * What one fact changed: the new state of every row it touched. Empty when the fact was known.
 *
 * @param positions of the fact's market
 * @param pnl of the days, strategies and pairs it touched
 * @param cash of its venue and shard
 */
public record PortfolioChange(List<Position> positions, List<PnlDay> pnl, List<CashPosition> cash) {
  public static final PortfolioChange NONE = new PortfolioChange(List.of(), List.of(), List.of());

  public PortfolioChange {
    positions = List.copyOf(positions);
    pnl = List.copyOf(pnl);
    cash = List.copyOf(cash);
  }

  public boolean isEmpty() {
    return positions.isEmpty() && pnl.isEmpty() && cash.isEmpty();
  }
}
