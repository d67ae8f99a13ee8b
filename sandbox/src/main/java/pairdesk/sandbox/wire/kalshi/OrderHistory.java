package pairdesk.sandbox.wire.kalshi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.ExchangeEvent;
import pairdesk.sandbox.exchange.Order;

/** Orders as the portfolio's read views show them: a little late. Safe from any thread. */
final class OrderHistory {
  private final Exchange exchange;
  private final AccountId account;
  private final Map<String, List<Order>> states = new LinkedHashMap<>();

  OrderHistory(Exchange exchange, AccountId account) {
    this.exchange = exchange;
    this.account = account;
    exchange.listen(this::on);
  }

  private synchronized void on(ExchangeEvent event) {
    if (event instanceof ExchangeEvent.OrderChanged(var order, _)
        && order.account().equals(account)) {
      states.computeIfAbsent(order.id(), _ -> new ArrayList<>()).add(order);
    }
  }

  /** Newest first. */
  synchronized List<Order> orders() {
    Instant until = shownUntil();
    var shown = new ArrayList<Order>();
    states.values().forEach(order -> at(order, until).ifPresent(shown::add));
    return shown.reversed();
  }

  synchronized Optional<Order> order(String id) {
    return at(states.getOrDefault(id, List.of()), shownUntil());
  }

  private Instant shownUntil() {
    return exchange.clock().instant().minus(exchange.modes().kalshi().readLag());
  }

  private static Optional<Order> at(List<Order> states, Instant until) {
    return states.reversed().stream().filter(o -> !o.updatedAt().isAfter(until)).findFirst();
  }
}
