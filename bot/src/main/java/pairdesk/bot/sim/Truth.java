package pairdesk.bot.sim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderIntent;
import pairdesk.sandbox.exchange.ExchangeEvent;
import pairdesk.sandbox.exchange.ExchangeListener;
import pairdesk.sandbox.exchange.Order;

/** What really happened to every order of ours, whoever heard of it. */
final class Truth implements ExchangeListener {
  private final Collection<House> houses;
  private final Predicate<ClientOrderId> committed;
  private final Map<ClientOrderId, Attempt> attempts = new LinkedHashMap<>();
  private final Map<ExecutionId, List<Attempt>> byExecution = new HashMap<>();
  private final Map<String, Attempt> byVenueOrder = new HashMap<>();
  private final Map<Fill.Key, Fill> fills = new LinkedHashMap<>();

  /** One order that the engine decided on. */
  static final class Attempt {
    final OrderIntent intent;
    private final BooleanSupplier fenced;
    private int onItsWay;
    private boolean open;
    private boolean refused;
    private boolean listed = true;
    private @Nullable String venueOrder;
    private Quantity everFilled = Quantity.ZERO;
    private final Map<Fill.Key, Fill> fills = new LinkedHashMap<>();

    private Attempt(OrderIntent intent, BooleanSupplier fenced) {
      this.intent = intent;
      this.fenced = fenced;
    }

    /**
     * It waits to be sent, is under way, or rests at the venue. Copies of one that was placed do
     * nothing, and what was refused or is fenced is refused.
     */
    boolean mayStillFill() {
      return open || (onItsWay > 0 && venueOrder == null && !refused && !fenced.getAsBoolean());
    }

    boolean isOpen() {
      return open;
    }

    /** And the venue shows it. */
    boolean wasPlaced() {
      return venueOrder != null && listed;
    }

    /** Taken back or not. */
    Quantity everFilled() {
      return everFilled;
    }

    /** What stands, of a certainty or of both. */
    Quantity filled(Predicate<FillStatus> which) {
      Quantity sum = Quantity.ZERO;
      for (Fill fill : fills.values()) {
        if (which.test(fill.status())) {
          sum = sum.plus(fill.quantity());
        }
      }
      return sum;
    }

    Collection<Fill> fills() {
      return fills.values();
    }

    /** What a venue refused once, it refuses again when a copy arrives. */
    void refused() {
      refused = true;
    }

    boolean isRefused() {
      return refused;
    }

    void departs() {
      onItsWay++;
    }

    void gone() {
      onItsWay--;
    }
  }

  /**
   * @param committed whether the intent of an order is in the database
   */
  Truth(Collection<House> houses, Predicate<ClientOrderId> committed) {
    this.houses = houses;
    this.committed = committed;
  }

  /** The engine wants this sent. It counts as on its way until it left or never will. */
  Attempt decided(OrderIntent intent) {
    House house = house(intent);
    var attempt = new Attempt(intent, () -> house.isFenced(intent.id()));
    Attempt before = attempts.put(intent.id(), attempt);
    if (before != null && committed.test(intent.id())) {
      throw new Broken("I7", "the id of " + intent.id() + " was used before");
    }
    List<Attempt> siblings =
        byExecution.computeIfAbsent(intent.origin().execution(), _ -> new ArrayList<>());
    siblings.remove(before); // of a process that died before it was committed: it never was
    siblings.add(attempt);
    attempt.departs();
    return attempt;
  }

  private House house(OrderIntent intent) {
    return houses.stream()
        .filter(h -> h.id().equals(intent.instrument().venue()))
        .findFirst()
        .orElseThrow();
  }

  Optional<Attempt> attempt(ClientOrderId id) {
    return Optional.ofNullable(attempts.get(id));
  }

  List<Attempt> of(ExecutionId execution) {
    return byExecution.getOrDefault(execution, List.of());
  }

  Collection<ExecutionId> executions() {
    return byExecution.keySet();
  }

  Collection<Attempt> attempts() {
    return attempts.values();
  }

  /** As the venue has it now, in words of the order. */
  Optional<Fill> fill(Fill.Key key) {
    return Optional.ofNullable(fills.get(key));
  }

  Collection<Fill> fills() {
    return fills.values();
  }

  @Override
  public void on(ExchangeEvent event) {
    if (event instanceof ExchangeEvent.OrderChanged(Order order, ExchangeEvent.Cause cause)) {
      changed(order, cause);
    }
    for (House house : houses) {
      house.fills(event).forEach(this::filled);
    }
  }

  private void changed(Order order, ExchangeEvent.Cause cause) {
    Attempt attempt = byVenueOrder.get(order.id());
    if (attempt == null) {
      attempt = placed(order);
    }
    attempt.open = order.isOpen();
    attempt.listed = house(attempt.intent).lists(order);
    if (cause == ExchangeEvent.Cause.PLACED && !order.id().equals(attempt.venueOrder)) {
      throw new Broken("I7", "a second order of " + attempt.intent.id() + ": " + order.id());
    }
  }

  /** I6 and I7 at the moment at which an order reaches its book. */
  private Attempt placed(Order order) {
    ClientOrderId id = clientId(order);
    Attempt attempt = attempts.get(id);
    if (attempt == null || !committed.test(id)) {
      throw new Broken(
          "I6", "an order of which no intent is committed: " + order.id() + " of " + id);
    }
    if (attempt.venueOrder != null) {
      throw new Broken(
          "I7", "two orders of " + id + ": " + attempt.venueOrder + " and " + order.id());
    }
    attempt.venueOrder = order.id();
    byVenueOrder.put(order.id(), attempt);
    return attempt;
  }

  private static ClientOrderId clientId(Order order) {
    String told = order.clientId();
    return new ClientOrderId(
        told.isEmpty() ? order.id().substring(2, order.id().lastIndexOf('-')) : told);
  }

  private void filled(Fill told) {
    Attempt attempt = byVenueOrder.get(told.key().venueOrder());
    if (attempt == null) {
      throw new Broken("I6", "a fill of an order that we never sent: " + told);
    }
    Fill fill = told.withOrder(attempt.intent.id());
    if (attempt.fills.put(fill.key(), fill) == null) {
      attempt.everFilled = attempt.everFilled.plus(fill.quantity());
    }
    fills.put(fill.key(), fill);
    Quantity stands = attempt.filled(status -> status != FillStatus.VOIDED);
    Quantity ordered = attempt.intent.terms().quantity();
    if (stands.isGreaterThan(ordered)) {
      throw new Broken("I4", attempt.intent.id() + ": " + stands + " filled of " + ordered);
    }
  }
}
