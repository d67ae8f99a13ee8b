package pairdesk.bot.sim;

import java.util.List;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.OrderRef;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Order;

/**
 * Strangers who sell into bids of ours that rest: all of one, a part, or next to nothing, and now
 * and then in the moment in which its cancel is on the way.
 */
final class Takers {
  private static final List<AccountId> OURS = List.of(Scenery.KALSHI, Scenery.POLYMARKET);
  private static final long LOT_E6 = 10_000;
  private static final int CRUMB = 300;

  private final World world;
  private final Chance chance;

  Takers(World world, Chance chance) {
    this.world = world;
    this.chance = chance;
  }

  void start() {
    if (world.plans().bids()) {
      world.time().after(chance.millis(200, 2_000), "takers", this::beat);
    }
  }

  private void beat() {
    if (world.isHostile()) {
      resting()
          .forEach(order -> {
            if (chance.in(250)) {
              take(order);
            }
          });
      world.time().after(chance.millis(200, 2_000), "takers", this::beat);
    }
  }

  /** We want this one cancelled: some fill before the cancel arrives. */
  void cancelling(OrderRef order) {
    if (world.plans().bids() && world.isHostile() && chance.in(400)) {
      world.time().after(chance.millis(0, 30), "taken in the end", () -> lateTake(order));
    }
  }

  private void lateTake(OrderRef ref) {
    for (Order order : resting()) {
      if (order.id().equals(ref.venueOrderId())) {
        world.sometimes().saw(Sometimes.Event.TAKEN_WHILE_CANCELLING);
        take(order);
      }
    }
  }

  private List<Order> resting() {
    return OURS.stream()
        .flatMap(account -> world.exchange().orders(account).stream())
        .filter(order -> order.isOpen() && order.terms().options().postOnly())
        .toList();
  }

  private void take(Order order) {
    int lots = Math.toIntExact(order.progress().remaining().e6() / LOT_E6);
    int taken =
        switch (chance.between(0, 3)) {
          case 0 -> lots;
          case 1 -> Math.min(lots, chance.between(1, CRUMB));
          default -> chance.between(1, lots);
        };
    world.settlement().draw();
    world.exchange().takeFrom(order.account(), order.id(), Quantity.ofE6(taken * LOT_E6));
  }
}
