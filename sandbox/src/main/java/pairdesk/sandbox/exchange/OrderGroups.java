package pairdesk.sandbox.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.money.Quantity;
import pairdesk.sandbox.exchange.ExchangeEvent.GroupChange;

/**
 * Kalshi's order groups: when more than a limit fills within fifteen seconds, the group's resting
 * orders are cancelled and new ones refused until it is reset.
 */
final class OrderGroups {
  static final Duration WINDOW = Duration.ofSeconds(15);

  private final Floor floor;
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final List<String> triggered = new ArrayList<>();

  OrderGroups(Floor floor) {
    this.floor = floor;
  }

  private record Filled(Instant at, Quantity quantity) {}

  private static final class Group {
    final OrderGroup.Key key;
    final Deque<Filled> recent = new ArrayDeque<>();
    final List<String> orders = new ArrayList<>();
    Quantity limit;
    boolean triggered;

    Group(OrderGroup.Key key, Quantity limit) {
      this.key = key;
      this.limit = limit;
    }

    OrderGroup view() {
      return new OrderGroup(key, limit, triggered, List.copyOf(orders));
    }
  }

  OrderGroup create(AccountId owner, int shard, Quantity limit) {
    var group = new Group(new OrderGroup.Key(floor.newId(), owner, shard), limit);
    groups.put(group.key.id(), group);
    tell(group, GroupChange.CREATED);
    return group.view();
  }

  List<OrderGroup> all(AccountId owner) {
    return groups.values().stream()
        .filter(g -> g.key.owner().equals(owner))
        .map(Group::view)
        .toList();
  }

  Optional<Refusal> refusal(AccountId owner, OrderTerms terms) {
    String id = terms.options().group();
    if (id == null) {
      return Optional.empty();
    }
    Group group = groups.get(id);
    if (group == null
        || !group.key.owner().equals(owner)
        || group.key.shard() != floor.market(terms.market()).spec.shard()) {
      return Optional.of(Refusal.ORDER_GROUP_UNKNOWN);
    }
    return group.triggered ? Optional.of(Refusal.ORDER_GROUP_TRIGGERED) : Optional.empty();
  }

  void join(Order order) {
    Group group = group(order);
    if (group != null) {
      group.orders.add(order.id());
    }
  }

  /** Counts what a member filled, as taker or as maker. */
  void count(Order order, Fill fill) {
    Group group = group(order);
    if (group != null) {
      group.recent.add(new Filled(fill.at(), fill.deal().quantity()));
      triggerAboveLimit(group);
    }
  }

  private void triggerAboveLimit(Group group) {
    Instant from = floor.now().minus(WINDOW);
    group.recent.removeIf(f -> f.at().isBefore(from));
    Quantity sum =
        group.recent.stream().map(Filled::quantity).reduce(Quantity.ZERO, Quantity::plus);
    if (sum.isGreaterThan(group.limit)) {
      trigger(group);
    }
  }

  private void trigger(Group group) {
    triggered.addAll(group.orders);
    if (!group.triggered) {
      group.triggered = true;
      tell(group, GroupChange.TRIGGERED);
    }
  }

  private void tell(Group group, GroupChange change) {
    floor.tell(new ExchangeEvent.GroupChanged(group.view(), change, floor.now()));
  }

  /** Orders of groups that were triggered since this was last asked: they are to be cancelled. */
  List<String> takeTriggered() {
    List<String> orders = List.copyOf(triggered);
    triggered.clear();
    return orders;
  }

  boolean trigger(AccountId owner, String id) {
    Group group = owned(owner, id);
    if (group != null) {
      trigger(group);
    }
    return group != null;
  }

  boolean reset(AccountId owner, String id) {
    Group group = owned(owner, id);
    if (group != null) {
      group.triggered = false;
      group.recent.clear();
      tell(group, GroupChange.RESET);
    }
    return group != null;
  }

  boolean limit(AccountId owner, String id, Quantity limit) {
    Group group = owned(owner, id);
    if (group != null) {
      group.limit = limit;
      tell(group, GroupChange.LIMIT_UPDATED);
      triggerAboveLimit(group);
    }
    return group != null;
  }

  boolean delete(AccountId owner, String id) {
    Group group = owned(owner, id);
    if (group != null) {
      triggered.addAll(group.orders);
      groups.remove(id);
      tell(group, GroupChange.DELETED);
    }
    return group != null;
  }

  private @Nullable Group owned(AccountId owner, String id) {
    Group group = groups.get(id);
    return group != null && group.key.owner().equals(owner) ? group : null;
  }

  private @Nullable Group group(Order order) {
    String id = order.terms().options().group();
    return id == null ? null : groups.get(id);
  }
}
