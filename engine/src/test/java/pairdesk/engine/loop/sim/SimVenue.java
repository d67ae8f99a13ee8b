package pairdesk.engine.loop.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.OrderLookup;

/** The truth about one account: what this venue booked, whoever heard of it. */
final class SimVenue {
  private final VenueId id;
  private final Map<ClientOrderId, Booked> orders = new TreeMap<>();
  private final List<Fill> fills = new ArrayList<>();
  private final Map<Instrument, Quantity> holdings = new TreeMap<>();
  private Usd cash;
  private boolean broke;
  private int trades;

  /** An order that arrived. */
  record Booked(OrderIntent intent, OrderState state, Quantity filled, Instant at) {}

  SimVenue(VenueId id, Usd cash) {
    this.id = id;
    this.cash = cash;
  }

  VenueId id() {
    return id;
  }

  boolean isProvisional() {
    return id.equals(VenueId.POLYMARKET);
  }

  boolean has(ClientOrderId order) {
    return orders.containsKey(order);
  }

  Optional<Booked> order(ClientOrderId order) {
    return Optional.ofNullable(orders.get(order));
  }

  /** Says from now on that there is no money, whatever its account shows. */
  void refusePurchases() {
    broke = true;
  }

  boolean isBroke() {
    return broke;
  }

  /** Whether there is money for a purchase, and for a sale shares that have settled. */
  boolean covers(OrderIntent intent) {
    return switch (intent.terms().side()) {
      case BUY -> !broke;
      case SELL ->
          !held(intent.instrument())
              .minusOrZero(unsettled(intent.instrument()))
              .isLessThan(intent.terms().quantity());
    };
  }

  private Quantity unsettled(Instrument instrument) {
    return fills.stream()
        .filter(f -> f.side() == Side.BUY && f.instrument().equals(instrument))
        .filter(f -> f.status() == FillStatus.PROVISIONAL)
        .map(Fill::quantity)
        .reduce(Quantity.ZERO, Quantity::plus);
  }

  void book(OrderIntent intent, OrderState state, Instant now) {
    if (orders.put(intent.id(), new Booked(intent, state, Quantity.ZERO, now)) != null) {
      throw new AssertionError("a second order with the id " + intent.id());
    }
  }

  void end(ClientOrderId order, OrderState state) {
    orders.computeIfPresent(order, (_, o) -> new Booked(o.intent(), state, o.filled(), o.at()));
  }

  /** A part of the order trades at its limit. */
  Fill fill(OrderIntent intent, Quantity shares, Usd fee, Instant now) {
    var fill =
        new Fill(
            new Fill.Key(id.code(), "t" + ++trades, venueId(intent)),
            isProvisional() ? null : intent.id(),
            intent.instrument(),
            intent.terms().side(),
            shares,
            intent.terms().limit(),
            fee,
            Fill.Liquidity.TAKER,
            isProvisional() ? FillStatus.PROVISIONAL : FillStatus.FINAL,
            now);
    fills.add(fill);
    orders.computeIfPresent(
        intent.id(), (_, o) -> new Booked(o.intent(), o.state(), o.filled().plus(shares), o.at()));
    move(fill, 1);
    return fill;
  }

  /** The trade settles, or fails to; what the stream then says. */
  Fill settle(Fill fill, FillStatus status) {
    Fill next = fill.withStatus(status);
    fills.replaceAll(f -> f.key().equals(fill.key()) ? next : f);
    if (status == FillStatus.VOIDED) {
      move(fill, -1);
    }
    return next;
  }

  /** A purchase can be taken back until something of it was sold. */
  boolean mayVoid(Fill fill) {
    return fill.side() == Side.BUY
        && fills.stream()
            .noneMatch(other ->
                other.side() == Side.SELL
                    && other.instrument().equals(fill.instrument())
                    && !other.at().isBefore(fill.at()));
  }

  OrderLookup lookup(OrderIntent intent, Instant now) {
    Booked booked = orders.get(intent.id());
    return booked == null
        ? new OrderLookup.Absent(now)
        : new OrderLookup.Found(
            venueId(intent), booked.state(), booked.filled(), fillsOf(intent.id()));
  }

  List<Fill> fillsOf(ClientOrderId order) {
    Booked booked = orders.get(order);
    return booked == null
        ? List.of()
        : fills.stream()
            .filter(f -> f.key().venueOrder().equals(venueId(booked.intent())))
            .toList();
  }

  AccountSnapshot account(Instant since, Instant now) {
    return new AccountSnapshot(
        id,
        now,
        List.of(new AccountSnapshot.Cash(0, cash, 1)),
        holdings.entrySet().stream()
            .filter(e -> !e.getValue().isZero())
            .map(e -> new AccountSnapshot.Holding(e.getKey(), e.getValue()))
            .toList(),
        List.of(),
        fills.stream().filter(f -> !f.at().isBefore(since)).toList(),
        List.of(),
        EnumSet.allOf(AccountSnapshot.Part.class));
  }

  Quantity held(Instrument instrument) {
    return holdings.getOrDefault(instrument, Quantity.ZERO);
  }

  Map<Instrument, Quantity> holdings() {
    return Map.copyOf(holdings);
  }

  Usd cash() {
    return cash;
  }

  List<Booked> orders() {
    return List.copyOf(orders.values());
  }

  String venueId(OrderIntent intent) {
    return (isProvisional() ? "0x" : "v-") + intent.id();
  }

  private void move(Fill fill, int sign) {
    int direction = fill.side() == Side.BUY ? sign : -sign;
    long before = held(fill.instrument()).e6();
    holdings.put(fill.instrument(), Quantity.ofE6(before + direction * fill.quantity().e6()));
    long value = Usd.of(fill.price(), fill.quantity(), Rounding.UP).e6();
    cash = Usd.ofE6(cash.e6() - direction * value - sign * fill.fee().e6());
  }
}
