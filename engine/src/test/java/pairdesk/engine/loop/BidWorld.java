package pairdesk.engine.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;

/** What the venues know of our orders, and what they do with them at random. */
final class BidWorld {
  private final Rig rig;
  private final Random random;
  private final Map<ClientOrderId, Truth> orders = new LinkedHashMap<>();
  private final Set<ClientOrderId> cancels = new HashSet<>();
  private int seen;
  private boolean calm;

  /** One order as its venue has it. */
  private static final class Truth {
    private final OrderIntent intent;
    private final List<Fill> fills = new ArrayList<>();
    private OrderState state = OrderState.SENT;
    private boolean answered;
    private boolean takenBack;

    Truth(OrderIntent intent) {
      this.intent = intent;
    }

    boolean isBid() {
      return intent.terms().postOnly();
    }

    boolean isOpen() {
      return !state.isTerminal();
    }

    long filledE6() {
      return fills.stream().mapToLong(fill -> fill.quantity().e6()).sum();
    }

    long leftE6() {
      return intent.terms().quantity().e6() - filledE6();
    }
  }

  BidWorld(Rig rig, Random random) {
    this.rig = rig;
    this.random = random;
    books();
  }

  Rig rig() {
    return rig;
  }

  List<ExecutionSnapshot> executions() {
    return rig.view().trading().executions();
  }

  long reserved() {
    return rig.view().wealth().cash().stream().mapToLong(cash -> cash.reserved().e6()).sum();
  }

  String story() {
    return rig.transcript();
  }

  void step() {
    notice();
    switch (random.nextInt(6)) {
      case 0 -> books();
      case 1, 2 -> rig.pass(Duration.ofMillis(random.nextInt(2_500)));
      case 3 -> pick(true).ifPresent(this::trade);
      case 4 -> pick(false).ifPresent(this::answer);
      default -> takeBack();
    }
    notice();
    cancelled();
  }

  /** No more harm: everything is answered, nothing new is begun, prices are good. */
  void calm() {
    calm = true;
    rig.on(new EngineEvent.Stopping());
    for (int round = 0; round < 400; round++) {
      notice();
      for (Truth order : List.copyOf(orders.values())) {
        if (order.isOpen() && !order.answered) {
          answer(order);
        }
      }
      cancelled();
      rig.books("0.43 x 5000", "0.44 x 5000", "0.52 x 5000", "0.53 x 5000");
      rig.pass(Duration.ofSeconds(3));
    }
  }

  /** What must never be, though it is. */
  List<String> broken() {
    var broken = new ArrayList<String>();
    long bids = orders.values().stream().filter(o -> o.isBid() && o.isOpen()).count();
    if (bids > 1) {
      broken.add(bids + " bids rest at once");
    }
    Map<ExecutionId, Long> first = new HashMap<>();
    Map<ExecutionId, Long> second = new HashMap<>();
    for (Truth order : orders.values()) {
      OrderIntent.Origin origin = order.intent.origin();
      if (order.intent.terms().side() == Side.BUY) {
        (origin.leg() == 0 ? first : second).merge(origin.execution(), order.filledE6(), Long::sum);
      }
    }
    second.forEach((execution, shares) -> {
      if (isMade(execution) && shares > first.getOrDefault(execution, 0L)) {
        broken.add(execution + " hedged " + shares + " of " + first.get(execution));
      }
    });
    return broken;
  }

  private boolean isMade(ExecutionId execution) {
    return orders.values().stream()
        .anyMatch(o -> o.isBid() && o.intent.origin().execution().equals(execution));
  }

  private void notice() {
    List<OrderIntent> all = rig.intents();
    for (OrderIntent intent : all.subList(seen, all.size())) {
      orders.put(intent.id(), new Truth(intent));
    }
    seen = all.size();
    rig.effects(Effect.Cancel.class).forEach(cancel -> cancels.add(cancel.order().id()));
  }

  private void books() {
    int ask = 43 + random.nextInt(5);
    int bid = 51 + random.nextInt(3);
    int no = bid + 1 + random.nextInt(4);
    rig.books(
        "0.%d x 5000".formatted(ask - 1 - random.nextInt(3)),
        "0.%d x 5000".formatted(ask),
        "0.%d x 5000".formatted(bid),
        "0.%d x 5000".formatted(no));
  }

  private Optional<Truth> pick(boolean resting) {
    List<Truth> open =
        orders.values().stream()
            .filter(o -> o.isOpen() && (o.isBid() && o.answered) == resting)
            .toList();
    return open.isEmpty() ? Optional.empty() : Optional.of(open.get(random.nextInt(open.size())));
  }

  /** The answer to an order, or none: then the venue is asked and says what it did. */
  private void answer(Truth order) {
    OrderIntent intent = order.intent;
    boolean entry = intent.origin().purpose() == Purpose.ENTRY;
    int what = calm ? 2 : random.nextInt(8);
    if (what == 0) {
      order.state = OrderState.REJECTED;
      RejectCode code = entry ? RejectCode.POST_ONLY_CROSSES : RejectCode.NOT_FILLABLE;
      rig.on(
          Rig.sent(intent, rig.now()),
          Rig.answered(intent, new SubmitOutcome.Rejected(code, "no")));
      return;
    }
    order.answered = true;
    if (order.isBid()) {
      order.state = OrderState.LIVE;
    } else {
      takeSome(order);
    }
    rig.lookup(
        intent,
        _ ->
            new OrderLookup.Found(
                Rig.venueId(intent),
                order.state,
                Quantity.ofE6(order.filledE6()),
                List.copyOf(order.fills)));
    if (what == 1) {
      rig.on(Rig.sent(intent, rig.now()), Rig.unknown(intent));
    } else if (order.isBid()) {
      rig.rests(intent);
    } else {
      rig.on(
          Rig.sent(intent, rig.now()),
          Rig.accepted(intent, order.state, Quantity.ofE6(order.filledE6()).toString()));
      order.fills.forEach(fill -> rig.on(Rig.filled(fill)));
    }
  }

  /** An order that takes: all, a part or nothing of it. */
  private void takeSome(Truth order) {
    long shares = order.intent.terms().quantity().e6() / 10_000;
    long taken = calm ? shares : random.nextInt(3) == 0 ? random.nextLong(shares + 1) : shares;
    if (taken > 0) {
      order.fills.add(rig.fill(order.intent, Quantity.ofE6(taken * 10_000).toString()));
    }
    order.state = taken == shares ? OrderState.FILLED : OrderState.CANCELLED;
  }

  private void trade(Truth bid) {
    long lots = bid.leftE6() / 10_000;
    long traded = random.nextInt(4) == 0 ? lots : Math.min(lots, 100L * (1 + random.nextInt(12)));
    Fill fill = rig.fill(bid.intent, Quantity.ofE6(traded * 10_000).toString());
    bid.fills.add(fill);
    if (bid.leftE6() == 0) {
      bid.state = OrderState.FILLED;
    }
    rig.on(Rig.filled(fill));
  }

  /** A trade of the bid does not settle; what was sold on had settled. */
  private void takeBack() {
    if (random.nextInt(10) > 0) {
      return;
    }
    orders.values().stream()
        .filter(o -> o.isBid() && !o.fills.isEmpty())
        .filter(o -> o.intent.instrument().venue().equals(Rig.NO.venue()))
        .filter(o -> !o.takenBack && !hasSold(o.intent))
        .reduce((_, later) -> later)
        .ifPresent(o -> {
          o.takenBack = true;
          rig.voided(o.fills.getLast());
        });
  }

  private boolean hasSold(OrderIntent bid) {
    return orders.values().stream()
        .map(o -> o.intent)
        .anyMatch(o -> o.terms().side() == Side.SELL && o.instrument().equals(bid.instrument()));
  }

  /** Cancels take effect when they like. */
  private void cancelled() {
    for (Truth order : List.copyOf(orders.values())) {
      boolean asked = cancels.contains(order.intent.id()) && order.answered;
      if (order.isOpen() && asked && (calm || random.nextInt(3) == 0)) {
        order.state = OrderState.CANCELLED;
        rig.on(
            rig.updated(
                order.intent, OrderState.CANCELLED, Quantity.ofE6(order.filledE6()).toString()));
      }
    }
  }
}
