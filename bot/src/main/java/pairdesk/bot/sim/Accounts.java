package pairdesk.bot.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.AccountSnapshot.Part;

/**
 * Reads of the accounts: one at a time of a venue. The parts of a read are not of one moment, and
 * some of them may be missing.
 */
final class Accounts {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final List<Part> PARTS = List.of(Part.values());

  private final World world;
  private final Desk desk;
  private final Map<VenueId, Instant> wanted = new HashMap<>();
  private final Set<VenueId> running = new HashSet<>();

  Accounts(World world, Desk desk) {
    this.world = world;
    this.desk = desk;
  }

  void read(VenueId venue, Instant fillsSince) {
    wanted.merge(venue, fillsSince, (one, other) -> one.isBefore(other) ? one : other);
    next(venue);
  }

  private void next(VenueId venue) {
    Instant since = running.contains(venue) ? null : wanted.remove(venue);
    if (since == null || !desk.isAlive()) {
      return;
    }
    running.add(venue);
    House house = world.house(venue);
    Instant readAt = desk.now();
    world
        .wire()
        .ask(
            new Wire.Call<>("account read", LIMIT, () -> house.account(since, readAt)),
            first -> {
              if (first instanceof Wire.Answer.Got<AccountSnapshot>(AccountSnapshot orders)) {
                second(house, since, orders);
              } else {
                ended(venue);
              }
            });
  }

  /** Orders and fills were read first, money and shares come after. */
  private void second(House house, Instant since, AccountSnapshot orders) {
    world
        .wire()
        .ask(
            new Wire.Call<>("money read", LIMIT, () -> house.account(since, orders.readAt())),
            money -> {
              if (money instanceof Wire.Answer.Got<AccountSnapshot>(AccountSnapshot got)) {
                tell(joined(orders, got));
              } else {
                tell(without(orders, EnumSet.of(Part.CASH, Part.HOLDINGS, Part.PAYOUTS)));
              }
              ended(house.id());
            });
  }

  private void ended(VenueId venue) {
    running.remove(venue);
    next(venue);
  }

  private void tell(AccountSnapshot read) {
    boolean unreadable = world.chance().in(world.faults().venue().unreadable());
    Part part = world.chance().in(600) ? Part.HOLDINGS : world.chance().oneOf(PARTS);
    AccountSnapshot told =
        unreadable ? world.sabotage().incomplete(without(read, EnumSet.of(part))) : read;
    desk.hear(new EngineEvent.AccountReported(told));
    desk.hear(
        new EngineEvent.ClockMeasured(
            read.venue(), Duration.between(desk.now(), world.time().instant())));
  }

  private static AccountSnapshot joined(AccountSnapshot orders, AccountSnapshot money) {
    return new AccountSnapshot(
        orders.venue(),
        orders.readAt(),
        money.cash(),
        money.holdings(),
        orders.openOrders(),
        orders.fills(),
        money.payouts(),
        orders.complete());
  }

  static AccountSnapshot without(AccountSnapshot read, Set<Part> missing) {
    var complete = EnumSet.copyOf(read.complete());
    complete.removeAll(missing);
    return new AccountSnapshot(
        read.venue(),
        read.readAt(),
        missing.contains(Part.CASH) ? List.of() : read.cash(),
        missing.contains(Part.HOLDINGS) ? List.of() : read.holdings(),
        missing.contains(Part.OPEN_ORDERS) ? List.of() : read.openOrders(),
        missing.contains(Part.FILLS) ? List.of() : read.fills(),
        missing.contains(Part.PAYOUTS) ? List.of() : read.payouts(),
        complete);
  }
}
