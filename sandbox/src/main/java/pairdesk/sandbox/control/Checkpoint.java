package pairdesk.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.AccountView;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.Fill;
import pairdesk.sandbox.exchange.Order;
import pairdesk.sandbox.exchange.Position;
import pairdesk.sandbox.exchange.Settlement;

/**
 * An account in sums.
 *
 * @param cash on all shards, with what is on its way
 */
record Checkpoint(Usd cash, Usd reserved, Shares held, Shares pending, Counts counts, Paid paid) {

  record Shares(Quantity yes, Quantity no) {}

  /** How many there are. */
  record Counts(int positions, int openOrders, int orders, int fills) {}

  /** What was paid in fees, and what was paid out. */
  record Paid(Usd fees, Usd payouts) {}

  /** Under the exchange's lock these belong together. */
  static Checkpoint of(Exchange exchange, AccountId account) {
    AccountView view = exchange.account(account);
    List<Order> orders = exchange.orders(account);
    List<Fill> fills = exchange.fills(account);
    var counts =
        new Counts(
            view.positions().size(),
            (int) orders.stream().filter(Order::isOpen).count(),
            orders.size(),
            fills.size());
    var paid =
        new Paid(
            fills.stream().map(Fill::fee).reduce(Usd.ZERO, Usd::plus),
            exchange.settlements(account).stream()
                .map(Settlement::payout)
                .reduce(Usd.ZERO, Usd::plus));
    return new Checkpoint(
        sum(view.cash().values().stream().toList()).plus(view.pendingCash()),
        sum(view.reserved().values().stream().toList()),
        held(view.positions()),
        pending(view.positions()),
        counts,
        paid);
  }

  private static Usd sum(List<Usd> amounts) {
    return amounts.stream().reduce(Usd.ZERO, Usd::plus);
  }

  private static Shares held(List<Position> positions) {
    return new Shares(
        positions.stream().map(Position::yes).reduce(Quantity.ZERO, Quantity::plus),
        positions.stream().map(Position::no).reduce(Quantity.ZERO, Quantity::plus));
  }

  private static Shares pending(List<Position> positions) {
    return new Shares(
        positions.stream().map(Position::pendingYes).reduce(Quantity.ZERO, Quantity::plus),
        positions.stream().map(Position::pendingNo).reduce(Quantity.ZERO, Quantity::plus));
  }

  ObjectNode json() {
    return TruthJson.object()
        .put("cash_e6", TruthJson.e6(cash))
        .put("reserved_e6", TruthJson.e6(reserved))
        .put("yes_e6", TruthJson.e6(held.yes()))
        .put("no_e6", TruthJson.e6(held.no()))
        .put("pending_yes_e6", TruthJson.e6(pending.yes()))
        .put("pending_no_e6", TruthJson.e6(pending.no()))
        .put("positions", counts.positions())
        .put("open_orders", counts.openOrders())
        .put("orders", counts.orders())
        .put("fills", counts.fills())
        .put("fees_e6", TruthJson.e6(paid.fees()))
        .put("payouts_e6", TruthJson.e6(paid.payouts()));
  }
}
