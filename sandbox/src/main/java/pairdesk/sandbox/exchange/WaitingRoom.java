package pairdesk.sandbox.exchange;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import pairdesk.sandbox.exchange.Placement.Placed;
import pairdesk.sandbox.exchange.Placement.Refused;

/**
 * Orders that wait out a market's delay for takers before they meet the book. What they need is
 * reserved, and nobody can cancel them meanwhile.
 */
final class WaitingRoom {
  private final Floor floor;
  private final OrderDesk desk;
  private final Set<String> waiting = new HashSet<>();

  WaitingRoom(Floor floor, OrderDesk desk) {
    this.floor = floor;
    this.desk = desk;
  }

  /**
   * @param arrived told what became of the order once it has met the book
   * @return the order while it waits
   */
  Placement enter(
      AccountId owner,
      OrderIds ids,
      OrderTerms terms,
      Duration delay,
      Consumer<Placement> arrived) {
    Placement admitted = desk.admit(owner, ids, terms);
    if (!(admitted instanceof Placed(Order order, _))) {
      return admitted;
    }
    Optional<Refusal> obstacle = desk.obstacle(order);
    if (obstacle.isPresent()) {
      return new Refused(obstacle.get());
    }
    floor.report(order, ExchangeEvent.Cause.PLACED);
    waiting.add(order.id());
    floor.agenda.at(floor.now().plus(delay), () -> arrived.accept(arrive(order)));
    return admitted;
  }

  boolean holds(String orderId) {
    return waiting.contains(orderId);
  }

  private Placement arrive(Order order) {
    waiting.remove(order.id());
    Placement placement =
        desk.obstacle(order).<Placement>map(Refused::new).orElseGet(() -> desk.execute(order));
    if (placement instanceof Refused) {
      desk.end(floor.market(order.terms().market()), order, CancelReason.DELAY);
    }
    return placement;
  }
}
