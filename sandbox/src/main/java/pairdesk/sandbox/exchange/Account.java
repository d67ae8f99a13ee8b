package pairdesk.sandbox.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A trader's account: ledger, orders, fills. */
final class Account {
  final AccountId id;
  final Ledger ledger;
  final List<Fill> fills = new ArrayList<>();
  final Map<String, Trade> trades = new LinkedHashMap<>();
  final List<Settlement> settlements = new ArrayList<>();
  final List<ChainMove> moves = new ArrayList<>();
  private final Map<String, Order> orders = new LinkedHashMap<>();
  private final Map<String, Order> open = new LinkedHashMap<>();
  private final Set<String> usedClientIds = new HashSet<>();

  Account(AccountId id, Ledger ledger) {
    this.id = id;
    this.ledger = ledger;
  }

  /** Remembers an order's present state. */
  void keep(Order order) {
    orders.put(order.id(), order);
    if (order.isOpen()) {
      open.put(order.id(), order);
    } else {
      open.remove(order.id());
    }
  }

  @Nullable Order order(String orderId) {
    return orders.get(orderId);
  }

  Collection<Order> orders() {
    return orders.values();
  }

  Collection<Order> open() {
    return open.values();
  }

  /** Client ids are never freed, whatever became of the order. */
  boolean isUsed(String clientId) {
    return usedClientIds.contains(clientId);
  }

  void use(String clientId) {
    if (!clientId.isEmpty()) {
      usedClientIds.add(clientId);
    }
  }
}
