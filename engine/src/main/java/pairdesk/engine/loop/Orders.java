package pairdesk.engine.loop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.order.ClientOrder;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.venue.OrderUpdate;

/** Holds every order of ours that still matters; writes each move, frees what was reserved. */
final class Orders {
  private final Map<ClientOrderId, ClientOrder> byId = new HashMap<>();
  private final Map<ExecutionId, List<ClientOrderId>> byExecution = new HashMap<>();
  private final Map<VenueOrder, ClientOrderId> byVenueOrder = new HashMap<>();
  private final Set<ClientOrderId> unsettled = new TreeSet<>();
  private Set<ExecutionId> touched = new TreeSet<>();
  private final Ledger ledger;

  private record VenueOrder(VenueId venue, String key) {}

  Orders(Ledger ledger) {
    this.ledger = ledger;
  }

  /** A new order: its reservation begins. */
  void intend(ClientOrder order, Turn turn) {
    ledger.reserve(
        order.id(), order.intent().instrument(), order.intent().approval().reserved(), turn);
    add(order);
  }

  /** An order of a process that ended: what it reserved is reserved again. */
  void recover(ClientOrder order) {
    if (!order.isSettled()) {
      ledger
          .portfolio()
          .reserve(order.id(), order.intent().instrument(), order.intent().approval().reserved());
    }
    add(order);
  }

  private void add(ClientOrder order) {
    byExecution
        .computeIfAbsent(order.intent().origin().execution(), _ -> new ArrayList<>())
        .add(order.id());
    keep(order);
  }

  /** The next state of an order; the same one changes nothing. */
  void put(ClientOrder next, Turn turn) {
    ClientOrder before = byId.get(next.id());
    if (before == null) {
      throw new IllegalStateException("order was never intended: " + next.id());
    }
    if (before.equals(next)) {
      return;
    }
    keep(next);
    if (isMove(before, next)) {
      write(next, turn);
    }
    if (next.isSettled() && !before.isSettled()) {
      ledger.release(next.id(), turn);
    }
  }

  Optional<ClientOrder> find(ClientOrderId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** By the venue's id, or by what the venue knew it by before it answered. */
  Optional<ClientOrder> find(VenueId venue, String venueOrder) {
    return Optional.ofNullable(byVenueOrder.get(new VenueOrder(venue, venueOrder)))
        .flatMap(this::find);
  }

  Optional<ClientOrder> find(OrderUpdate update) {
    return Optional.ofNullable(update.id())
        .flatMap(this::find)
        .or(() -> find(update.venue(), update.venueOrderId()));
  }

  /** All orders of an execution, oldest first. */
  List<ClientOrder> of(ExecutionId execution) {
    List<ClientOrderId> ids = byExecution.get(execution);
    return ids == null ? List.of() : ids.stream().flatMap(id -> find(id).stream()).toList();
  }

  /** Orders that may still change by themselves, or whose fills have not all come. */
  List<ClientOrder> unsettled() {
    return unsettled.isEmpty()
        ? List.of()
        : unsettled.stream().flatMap(id -> find(id).stream()).toList();
  }

  Collection<ClientOrder> all() {
    return List.copyOf(byId.values());
  }

  /** Markets in which any of them is. */
  Set<MarketId> markets() {
    var markets = new TreeSet<MarketId>();
    byId.values().forEach(order -> markets.add(order.intent().instrument().market()));
    return markets;
  }

  /** Executions with news since this was asked last. */
  Set<ExecutionId> takeTouched() {
    Set<ExecutionId> taken = touched;
    touched = new TreeSet<>();
    return taken;
  }

  /** Lets go of the orders of an execution that is long over. */
  void forget(ExecutionId execution) {
    for (ClientOrder order : of(execution)) {
      byId.remove(order.id());
      unsettled.remove(order.id());
      VenueId venue = order.intent().instrument().venue();
      byVenueOrder.remove(new VenueOrder(venue, order.id().value()));
      byVenueOrder.remove(new VenueOrder(venue, order.ref().venueKey()));
      String venueOrderId = order.ref().venueOrderId();
      if (venueOrderId != null) {
        byVenueOrder.remove(new VenueOrder(venue, venueOrderId));
      }
    }
    byExecution.remove(execution);
  }

  private void keep(ClientOrder order) {
    byId.put(order.id(), order);
    touched.add(order.intent().origin().execution());
    VenueId venue = order.intent().instrument().venue();
    byVenueOrder.put(new VenueOrder(venue, order.ref().venueKey()), order.id());
    String venueOrderId = order.ref().venueOrderId();
    if (venueOrderId != null) {
      byVenueOrder.put(new VenueOrder(venue, venueOrderId), order.id());
    }
    if (order.isSettled()) {
      unsettled.remove(order.id());
    } else {
      unsettled.add(order.id());
    }
  }

  private static void write(ClientOrder order, Turn turn) {
    turn.write(
        new JournalRecord.OrderMoved(
            order.id(),
            order.state(),
            order.ref().venueOrderId(),
            order.report().acknowledged(),
            order.report().evidence(),
            turn.now()));
  }

  /** What is to be written; nothing is before the intent is, and then all that it missed. */
  private static boolean isMove(ClientOrder before, ClientOrder next) {
    if (!next.report().marks().committed()) {
      return false;
    }
    boolean catchesUp = !before.report().marks().committed() && next.state() != OrderState.INTENDED;
    return catchesUp
        || before.state() != next.state()
        || !before.report().acknowledged().equals(next.report().acknowledged())
        || !Objects.equals(before.ref().venueOrderId(), next.ref().venueOrderId());
  }
}
