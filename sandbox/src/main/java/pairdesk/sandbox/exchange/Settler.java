package pairdesk.sandbox.exchange;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import pairdesk.engine.money.Price;

/** Leads Polymarket's trades through their settlement on chain. */
final class Settler {
  private final Floor floor;
  private final Deque<List<TradeStep>> scripts = new ArrayDeque<>();
  private List<TradeStep> usual;

  Settler(Floor floor) {
    this.floor = floor;
    this.usual = floor.settings.settlement();
  }

  /** The next trade takes these steps instead of the usual ones. */
  void script(List<TradeStep> steps) {
    scripts.add(List.copyOf(steps));
  }

  void setUsual(List<TradeStep> steps) {
    usual = List.copyOf(steps);
  }

  void follow(Trade trade) {
    boolean ours = trade.fills().anyMatch(f -> !f.account().isCrowd());
    if (ours) {
      List<TradeStep> steps = scripts.isEmpty() ? usual : scripts.remove();
      schedule(trade, trade.at(), steps);
    }
  }

  private void schedule(Trade trade, Instant previous, List<TradeStep> steps) {
    if (!steps.isEmpty()) {
      TradeStep next = steps.getFirst();
      Instant due = previous.plus(floor.clock.scaled(next.after()));
      floor.agenda.at(due, () -> schedule(step(trade, next), due, steps.subList(1, steps.size())));
    }
  }

  private Trade step(Trade trade, TradeStep step) {
    Market market = floor.market(trade.market());
    Trade next = trade.in(step.status(), floor.now());
    floor.keep(next);
    next.fills().forEach(fill -> settle(market, fill, step.status()));
    floor.tell(new ExchangeEvent.TradeAdvanced(next));
    return next;
  }

  private void settle(Market market, Fill fill, TradeStatus status) {
    Account account = floor.account(fill.account());
    if (account == null) {
      return;
    }
    account.ledger.advance(fill, status);
    if (status == TradeStatus.FAILED) {
      voided(account, fill);
    }
    Price value = market.state.value();
    boolean paid = market.state.phase() == MarketPhase.FINALIZED && floor.paysByItself(market);
    if (paid && value != null) {
      account.ledger.settle(market.spec, value, floor.now()).ifPresent(account.settlements::add);
    }
    floor.tell(
        new ExchangeEvent.PositionChanged(
            account.id, account.ledger.position(market.spec.id()), floor.now()));
  }

  /** A failed trade gives the size back to the order's count; it does not return to the book. */
  private void voided(Account account, Fill fill) {
    account.fills.remove(fill);
    Order order = account.order(fill.orderId());
    if (order != null) {
      account.keep(order.voided(fill, floor.now()));
    }
  }
}
