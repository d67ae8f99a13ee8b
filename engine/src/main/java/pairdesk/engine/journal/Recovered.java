package pairdesk.engine.journal;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.portfolio.CashPosition;
import pairdesk.engine.portfolio.PnlDay;
import pairdesk.engine.risk.BreakerState;

/**
 * What the database knows at start of all that is open or was lately. INTENDED and SENT orders are
 * to be taken for UNKNOWN.
 *
 * @param openExecutions not closed, or closed lately, or with a fill that may still be taken back
 * @param fills all of those of each market in which something is open or was lately
 */
public record Recovered(
    Controls controls,
    List<Pair> pairs,
    List<ExecutionSnapshot> openExecutions,
    List<StoredOrder> orders,
    List<Fill> fills,
    List<JournalRecord.PayoutBooked> payouts,
    Money money,
    List<BreakerState> breakers) {

  public static final Recovered NOTHING =
      new Recovered(
          Controls.INITIAL,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          new Money(List.of(), List.of(), Usd.ZERO),
          List.of());

  /** What of it is not paper. */
  public Recovered real() {
    Set<ClientOrderId> paper = paperOrders();
    return new Recovered(
        controls,
        pairs,
        openExecutions.stream().filter(e -> e.mode() != Mode.PAPER).toList(),
        orders.stream().filter(o -> o.mode() != Mode.PAPER).toList(),
        fills.stream().filter(f -> f.order() == null || !paper.contains(f.order())).toList(),
        payouts.stream().filter(p -> p.mode() != Mode.PAPER).toList(),
        money,
        breakers);
  }

  /** What of it is paper: executions, orders, every fill and payout that there ever was. */
  public Recovered paper() {
    Set<ClientOrderId> paper = paperOrders();
    return new Recovered(
        controls,
        pairs,
        openExecutions.stream().filter(e -> e.mode() == Mode.PAPER).toList(),
        orders.stream().filter(o -> o.mode() == Mode.PAPER).toList(),
        fills.stream().filter(f -> f.order() != null && paper.contains(f.order())).toList(),
        payouts.stream().filter(p -> p.mode() == Mode.PAPER).toList(),
        NOTHING.money(),
        List.of());
  }

  private Set<ClientOrderId> paperOrders() {
    return orders.stream()
        .filter(order -> order.mode() == Mode.PAPER)
        .map(order -> order.intent().id())
        .collect(Collectors.toSet());
  }

  /**
   * An order with its last state; all orders that are not terminal, those of the executions, and
   * those that have one of the fills.
   */
  public record StoredOrder(
      OrderIntent intent, Mode mode, OrderRef ref, OrderState state, Quantity filled, Instant at) {}

  /**
   * @param highWater highest equity ever seen, for the drawdown breaker
   */
  public record Money(List<CashPosition> cash, List<PnlDay> pnl, Usd highWater) {}

  /**
   * Markets in which something of ours is open or was lately; what paper was paid for is over,
   * however long its fills are kept.
   */
  public Set<MarketId> marketsInUse() {
    Recovered paper = paper();
    var inUse = paper.traded();
    paper.payouts().forEach(payout -> inUse.remove(payout.market()));
    inUse.addAll(real().traded());
    return inUse;
  }

  private Set<MarketId> traded() {
    var markets = new TreeSet<MarketId>();
    orders.forEach(order -> markets.add(order.intent().instrument().market()));
    fills.forEach(fill -> markets.add(fill.instrument().market()));
    return markets;
  }
}
