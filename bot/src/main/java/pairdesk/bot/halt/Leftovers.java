package pairdesk.bot.halt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pairdesk.bot.halt.HaltReport.Fate;
import pairdesk.bot.halt.HaltReport.OrderEnd;
import pairdesk.bot.halt.HaltReport.Over;
import pairdesk.bot.halt.HaltReport.Uneven;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.journal.Recovered.StoredOrder;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;
import pairdesk.engine.venue.OrderGateway;
import pairdesk.engine.venue.OrderLookup;

/** What the desk's rows call open, compared with what the venues say after the halt. */
final class Leftovers {
  private static final Duration CALL_LIMIT = Duration.ofSeconds(5);

  private final Map<VenueId, OrderGateway> venues;
  private final List<OrderEnd> orders = new ArrayList<>();

  /** Signed: what was bought counts up, what was sold counts down. */
  private final Map<Leg, Long> newlyHeldE6 = new HashMap<>();

  private record Leg(ExecutionId execution, int index) {}

  /**
   * @param venues those that answer
   */
  Leftovers(Map<VenueId, OrderGateway> venues) {
    this.venues = venues;
  }

  /** Asks for each order that is open by the rows. */
  void look(Recovered rows) {
    for (StoredOrder order : rows.orders()) {
      if (!order.state().isTerminal()) {
        look(order);
      }
    }
  }

  List<OrderEnd> orders() {
    return orders;
  }

  private void look(StoredOrder order) {
    OrderGateway venue = venues.get(order.intent().instrument().venue());
    OrderLookup found =
        venue == null
            ? new OrderLookup.Unreadable("the venue does not answer")
            : venue.lookup(order.ref(), CALL_LIMIT);
    switch (found) {
      case OrderLookup.Found(_, var state, var filled, _) -> {
        Quantity more = filled.minusOrZero(order.filled());
        hold(order, more);
        add(order, fate(state), more);
      }
      case OrderLookup.Absent _ -> add(order, Fate.NOT_LISTED, Quantity.ZERO);
      case OrderLookup.Unreadable _ -> add(order, Fate.OPEN, Quantity.ZERO);
    }
  }

  private void add(StoredOrder order, Fate fate, Quantity more) {
    orders.add(new OrderEnd(order.intent().id(), order.intent().instrument(), fate, more));
  }

  private void hold(StoredOrder order, Quantity more) {
    long signed = order.intent().terms().side() == Side.BUY ? more.e6() : -more.e6();
    var origin = order.intent().origin();
    newlyHeldE6.merge(new Leg(origin.execution(), origin.leg()), signed, Math::addExact);
  }

  private static Fate fate(OrderState state) {
    return switch (state) {
      case FILLED -> Fate.FILLED;
      case CANCELLED, EXPIRED, REJECTED, NOT_SENT, NOT_PLACED -> Fate.CANCELLED;
      case INTENDED, SENT, LIVE, PARTLY, UNKNOWN -> Fate.OPEN;
    };
  }

  /** Executions that are not over and whose legs differ. */
  List<Uneven> uneven(Recovered rows) {
    var uneven = new ArrayList<Uneven>();
    for (ExecutionSnapshot execution : rows.openExecutions()) {
      if (!execution.state().isClosed() && execution.legs().size() > 1) {
        Uneven found = uneven(execution);
        if (!found.over().isEmpty()) {
          uneven.add(found);
        }
      }
    }
    return uneven;
  }

  private Uneven uneven(ExecutionSnapshot execution) {
    var held = new ArrayList<Long>();
    for (int leg = 0; leg < execution.legs().size(); leg++) {
      held.add(
          Math.addExact(
              execution.legs().get(leg).held().e6(),
              newlyHeldE6.getOrDefault(new Leg(execution.id(), leg), 0L)));
    }
    long least = Collections.min(held);
    var over = new ArrayList<Over>();
    for (int leg = 0; leg < held.size(); leg++) {
      if (held.get(leg) > least) {
        Quantity shares = Quantity.ofE6(Math.subtractExact(held.get(leg), least));
        over.add(new Over(execution.legs().get(leg).instrument(), shares));
      }
    }
    return new Uneven(execution.id(), execution.pair(), over);
  }
}
