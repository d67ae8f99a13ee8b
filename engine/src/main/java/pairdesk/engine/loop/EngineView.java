package pairdesk.engine.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import pairdesk.engine.book.Book;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.InsideSlippage;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.portfolio.CashPosition;
import pairdesk.engine.portfolio.PnlDay;
import pairdesk.engine.portfolio.Position;
import pairdesk.engine.risk.BreakerState;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.venue.Claim;
import pairdesk.engine.venue.VenueStatus;

/**
 * What readers see: an immutable snapshot, published after each batch.
 *
 * @param trading of both accounts, except for its figures
 * @param wealth of the real account
 */
public record EngineView(Instant at, Desk desk, Trading trading, Wealth wealth, Paper paper) {

  /** Mode, limits, venues, markets in use and pairs. */
  public record Desk(
      Controls controls,
      SetLimits limits,
      List<BreakerState> breakers,
      Map<VenueId, Venue> venues,
      Map<MarketId, Market> markets,
      Map<Instrument, Book> books,
      List<Pair> pairs) {}

  /** The limits that bind, and what the settings have. */
  public record SetLimits(Limits inForce, Limits settings) {}

  /**
   * One venue.
   *
   * @param status the last word about each part
   * @param lastTick when its newest book was confirmed; the epoch when never
   * @param orderLatency 95th percentile of the order path over the last minute; zero without orders
   * @param reconciled whether the last reconciliation was clean, and its differences
   */
  public record Venue(
      Map<VenueStatus.Part, VenueStatus> status,
      Instant lastTick,
      Duration orderLatency,
      Duration clockOffset,
      Reconciliation reconciled) {}

  /**
   * @param at the epoch when there was none yet
   */
  public record Reconciliation(Instant at, boolean clean, String differences) {}

  /** What was found and done, newest first. */
  public record Trading(
      List<Seen> opportunities,
      List<ExecutionSnapshot> executions,
      List<OpenOrder> orders,
      Kpis kpis) {

    /** How many orders of this mode are not terminal. */
    public long openOrders(Mode mode) {
      return orders.stream().filter(order -> order.mode() == mode).count();
    }

    /** How many executions of this mode go on. */
    public long openExecutions(Mode mode) {
      return executions.stream().filter(e -> e.mode() == mode && !e.state().isClosed()).count();
    }
  }

  /** An opportunity with what was said of it. */
  public record Seen(Opportunity opportunity, Verdict verdict) {}

  /** An order that is not terminal. */
  public record OpenOrder(
      OrderRef ref, Mode mode, OrderState state, Quantity ordered, Quantity filled) {}

  /** The paper account: what it would own, and what became of its executions. */
  public record Paper(Wealth wealth, Kpis kpis) {}

  /**
   * Figures since start, every execution once; of the real account where nothing else is said.
   *
   * @param executions that bought something and have ended
   * @param insideSlippage of those, within what slippage may be
   * @param endedUnhedged of which nothing executable is left
   * @param meanExecution from decision to all legs filled, of completed executions
   * @param detection 95th percentile from receipt of a book to the decision
   */
  public record Kpis(
      long executions,
      long completed,
      InsideSlippage insideSlippage,
      long endedUnhedged,
      Duration meanExecution,
      Duration detection) {}

  /**
   * Positions and money.
   *
   * @param winnings won, and not paid yet
   */
  public record Wealth(
      List<Position> positions,
      List<CashPosition> cash,
      List<PnlDay> pnl,
      Risk risk,
      List<Winnings> winnings) {

    /** With nothing to be redeemed. */
    public Wealth(List<Position> positions, List<CashPosition> cash, List<PnlDay> pnl, Risk risk) {
      this(positions, cash, pnl, risk, List.of());
    }
  }

  /**
   * Shares that pay once they are redeemed.
   *
   * @param note how far that is
   */
  public record Winnings(Claim claim, String note) {}

  /**
   * @param unhedged best knowledge, in dollars of cost
   * @param openRisk everything unresolved at its worst
   * @param capital free plus reserved plus cost of open positions, both venues
   * @param dayLoss realised plus worst-case open loss of the UTC day, zero or negative
   */
  public record Risk(Usd unhedged, Usd openRisk, Usd capital, Usd dayLoss) {}
}
