package pairdesk.engine.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.OrderUpdate;

/** The accounts as the venues of a {@link Rig} keep them: cash, shares, fills, resting orders. */
final class VenueBooks {
  private final Usd opening;
  private final Map<VenueId, List<Fill>> fills = new TreeMap<>();
  private final Map<Instrument, Quantity> holdings = new TreeMap<>();
  private final Map<VenueId, Usd> cash = new TreeMap<>();
  private final List<OrderIntent> resting = new ArrayList<>();

  /**
   * @param opening cash of each account before anything is traded
   */
  VenueBooks(Usd opening) {
    this.opening = opening;
  }

  void rests(OrderIntent order) {
    resting.add(order);
  }

  void restsNoMore(OrderIntent order) {
    resting.remove(order);
  }

  void book(Fill fill) {
    fills.computeIfAbsent(fill.instrument().venue(), _ -> new ArrayList<>()).add(fill);
    move(fill, 1);
  }

  /** The trade did not settle: shares and dollars go back. */
  void takeBack(Fill fill) {
    List<Fill> known = new ArrayList<>(fills(fill.instrument().venue()));
    known.replaceAll(f -> f.key().equals(fill.key()) ? f.withStatus(FillStatus.VOIDED) : f);
    fills.put(fill.instrument().venue(), known);
    move(fill, -1);
  }

  /** Its list does not show this fill any more. */
  void forget(Fill fill) {
    fills(fill.instrument().venue()).remove(fill);
  }

  List<Fill> fills(VenueId venue) {
    return fills.getOrDefault(venue, List.of());
  }

  void cash(VenueId venue, Usd amount) {
    cash.put(venue, amount);
  }

  AccountSnapshot account(VenueId venue, Instant since, Instant now) {
    return new AccountSnapshot(
        venue,
        now,
        List.of(new AccountSnapshot.Cash(0, cash.getOrDefault(venue, opening), 1)),
        holdings.entrySet().stream()
            .filter(e -> e.getKey().venue().equals(venue))
            .map(e -> new AccountSnapshot.Holding(e.getKey(), e.getValue()))
            .toList(),
        resting.stream()
            .filter(order -> order.instrument().venue().equals(venue))
            .map(order -> stillResting(order, now))
            .toList(),
        fills(venue).stream().filter(f -> !f.at().isBefore(since)).toList(),
        List.of(),
        EnumSet.allOf(AccountSnapshot.Part.class));
  }

  private static OrderUpdate stillResting(OrderIntent order, Instant now) {
    return new OrderUpdate(
        order.instrument().venue(),
        order.id(),
        Rig.venueId(order),
        OrderState.LIVE,
        Quantity.ZERO,
        "",
        now);
  }

  private void move(Fill fill, int sign) {
    int direction = fill.side() == Side.BUY ? sign : -sign;
    long before = holdings.getOrDefault(fill.instrument(), Quantity.ZERO).e6();
    holdings.put(fill.instrument(), Quantity.ofE6(before + direction * fill.quantity().e6()));
    long value = Usd.of(fill.price(), fill.quantity(), Rounding.UP).e6();
    long change = -direction * value - sign * fill.fee().e6();
    VenueId venue = fill.instrument().venue();
    cash.put(venue, Usd.ofE6(cash.getOrDefault(venue, opening).e6() + change));
  }
}
