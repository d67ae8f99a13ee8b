package pairdesk.engine.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import pairdesk.engine.execution.Execution;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.execution.Plan;
import pairdesk.engine.execution.PlanLeg;
import pairdesk.engine.execution.Stand;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ClientOrder;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.Side;
import pairdesk.engine.portfolio.Attribution;
import pairdesk.engine.portfolio.Exposure;
import pairdesk.engine.portfolio.LegBounds;
import pairdesk.engine.portfolio.OrderBounds;
import pairdesk.engine.risk.RiskContext;

/**
 * Every execution that is open, and the closed ones of late: a fill that comes late or is taken
 * back opens them again.
 */
final class ExecutionBook {
  private final Orders orders;
  private final Resolver resolver;
  private final Map<ExecutionId, Execution> all = new HashMap<>();
  private final SortedSet<Begun> begun = new TreeSet<>(Begun.NEWEST_FIRST);

  /** New ones that are put in their order once somebody asks for it. */
  private final List<Begun> added = new ArrayList<>();

  private final Map<ExecutionId, ExecutionSnapshot> snapshots = new HashMap<>();
  private final Set<ExecutionId> open = new TreeSet<>();
  private final Set<ExecutionId> unsettled = new TreeSet<>();
  private final Map<PairId, Instant> coolingUntil = new HashMap<>();
  private final Map<MarketId, Instant> marketsCoolingUntil = new HashMap<>();
  private final Map<PairId, Instant> bidsFrom = new HashMap<>();

  /** Executions in the order in which people see them. */
  private record Begun(Instant at, ExecutionId id) {
    static final Comparator<Begun> NEWEST_FIRST =
        Comparator.comparing(Begun::at).reversed().thenComparing(Begun::id);

    static Begun of(Execution execution) {
      return new Begun(execution.times().started(), execution.id());
    }
  }

  ExecutionBook(Orders orders, Resolver resolver) {
    this.orders = orders;
    this.resolver = resolver;
  }

  void put(Execution execution) {
    ExecutionId id = execution.id();
    if (all.put(id, execution) == null) {
      added.add(Begun.of(execution));
    }
    snapshots.remove(id);
    keep(open, id, !execution.isClosed());
    keep(unsettled, id, !execution.isClosed() || hasProvisional(id));
  }

  Optional<Execution> find(ExecutionId id) {
    return Optional.ofNullable(all.get(id));
  }

  /** Open ones and those among the others, in the order of their ids. */
  List<Execution> openAnd(Set<ExecutionId> others) {
    if (open.isEmpty() && others.isEmpty()) {
      return List.of();
    }
    var ids = new TreeSet<>(open);
    ids.addAll(others);
    return ids.stream().flatMap(id -> find(id).stream()).toList();
  }

  List<Execution> all() {
    return List.copyOf(all.values());
  }

  /** Those that began last, newest first. */
  List<ExecutionSnapshot> newest(int most) {
    return begun().stream().limit(most).map(one -> snapshot(one.id())).toList();
  }

  private SortedSet<Begun> begun() {
    begun.addAll(added);
    added.clear();
    return begun;
  }

  /** Made once for each time that it is put: so is everything that has news, in every batch. */
  private ExecutionSnapshot snapshot(ExecutionId id) {
    return snapshots.computeIfAbsent(
        id,
        _ -> {
          Execution execution = Objects.requireNonNull(all.get(id));
          return execution.snapshot(stand(execution));
        });
  }

  /** Open ones, and closed ones of which a fill may still be taken back. */
  List<Execution> unsettled() {
    return unsettled.isEmpty()
        ? List.of()
        : unsettled.stream().flatMap(id -> find(id).stream()).toList();
  }

  boolean isIdle() {
    return unsettled.isEmpty();
  }

  Set<MarketId> stuckMarkets() {
    var markets = new TreeSet<MarketId>();
    for (Execution execution : openAnd(Set.of())) {
      if (execution.state() == ExecutionState.STUCK) {
        execution.plan().legs().forEach(leg -> markets.add(leg.instrument().market()));
      }
    }
    return markets;
  }

  Stand stand(Execution execution) {
    return Stand.of(execution.plan(), orders.of(execution.id()), resolver);
  }

  /** Its pair rests until then; its markets do, when it has none. */
  void coolDown(Execution execution, Instant until) {
    PairId pair = execution.origin().pair();
    if (pair != null) {
      coolingUntil.merge(pair, until, ExecutionBook::later);
    } else {
      markets(execution).forEach(m -> marketsCoolingUntil.merge(m, until, ExecutionBook::later));
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  Map<PairId, Instant> coolingUntil(Instant now) {
    coolingUntil.values().removeIf(until -> !until.isAfter(now));
    return coolingUntil;
  }

  /** What is going on in markets that are traded without a pair. */
  RiskContext.Alone alone(Instant now) {
    marketsCoolingUntil.values().removeIf(until -> !until.isAfter(now));
    var executing = new TreeSet<MarketId>();
    for (ExecutionId id : open) {
      find(id).filter(e -> e.origin().pair() == null).ifPresent(e -> executing.addAll(markets(e)));
    }
    var unknown = new TreeSet<MarketId>();
    for (ClientOrder order : resolver.unknown().keySet()) {
      if (order.intent().origin().pair() == null) {
        unknown.add(order.intent().instrument().market());
      }
    }
    return new RiskContext.Alone(executing, unknown, marketsCoolingUntil);
  }

  private static List<MarketId> markets(Execution execution) {
    return execution.plan().legs().stream().map(leg -> leg.instrument().market()).toList();
  }

  /** No new bid of this pair rests before that moment; what takes may. */
  void restBids(PairId pair, Instant until) {
    bidsFrom.put(pair, until);
  }

  /** Whether a new bid of this pair may rest now. */
  boolean mayRest(PairId pair, Instant now) {
    bidsFrom.values().removeIf(from -> !from.isAfter(now));
    return !bidsFrom.containsKey(pair) && !executingPairs().contains(pair);
  }

  Set<PairId> executingPairs() {
    var pairs = new TreeSet<PairId>();
    for (ExecutionId id : open) {
      find(id).map(e -> e.origin().pair()).ifPresent(pairs::add);
    }
    return pairs;
  }

  Set<PairId> unknownPairs() {
    var pairs = new TreeSet<PairId>();
    for (ClientOrder order : resolver.unknown().keySet()) {
      PairId pair = order.intent().origin().pair();
      if (pair != null) {
        pairs.add(pair);
      }
    }
    return pairs;
  }

  /** Whose profit or loss an order's fills are. */
  Attribution attribution(ClientOrder order) {
    return find(order.intent().origin().execution())
        .map(e -> new Attribution(e.origin().strategy(), e.origin().pair()))
        .orElse(Attribution.EXTERNAL);
  }

  /** Of everything that is open or not final yet. */
  Exposure exposure() {
    Exposure sum = Exposure.NONE;
    for (ExecutionId id : unsettled) {
      Optional<Execution> execution = find(id);
      if (execution.isPresent()) {
        sum = sum.plus(exposure(execution.get()));
      }
    }
    return sum;
  }

  private Exposure exposure(Execution execution) {
    return Exposure.of(bounds(execution), execution.plan().worthless());
  }

  /** What surpluses that are not being traded away at this moment would lose at worst. */
  Usd openLoss() {
    Usd sum = Usd.ZERO;
    for (ExecutionId id : open) {
      Execution execution = all.get(id);
      if (execution != null && isLasting(execution.state())) {
        sum = sum.plus(stand(execution).exposed());
      }
    }
    return sum;
  }

  List<LegBounds> bounds(Execution execution) {
    var bounds = new ArrayList<LegBounds>();
    Plan plan = execution.plan();
    for (int i = 0; i < plan.legs().size(); i++) {
      int index = i;
      PlanLeg leg = plan.legs().get(i);
      List<ClientOrder> own =
          orders.of(execution.id()).stream()
              .filter(order -> order.intent().origin().leg() == index)
              .toList();
      bounds.add(
          LegBounds.of(
              leg.instrument(),
              dearest(leg.worst(), own),
              own.stream().map(ExecutionBook::bounds).toList()));
    }
    return bounds;
  }

  /** Lets go of what was closed and certain before this moment. */
  List<ExecutionId> forgetBefore(Instant moment) {
    var old =
        all.values().stream()
            .filter(e -> e.isClosed() && e.times().updated().isBefore(moment))
            .filter(e -> !unsettled.contains(e.id()))
            .toList();
    for (Execution execution : old) {
      all.remove(execution.id());
      begun().remove(Begun.of(execution));
      snapshots.remove(execution.id());
    }
    return old.stream().map(Execution::id).toList();
  }

  private boolean hasProvisional(ExecutionId id) {
    return orders.of(id).stream()
        .flatMap(order -> order.fills().stream())
        .anyMatch(fill -> fill.status() == FillStatus.PROVISIONAL);
  }

  /** What a share may have cost: a repair pays more than was planned. */
  private static Price dearest(Price planned, List<ClientOrder> orders) {
    Price dearest = planned;
    for (ClientOrder order : orders) {
      Price limit = order.intent().terms().limit();
      boolean bought = order.side() == Side.BUY && !bounds(order).high().isZero();
      dearest = bought && limit.compareTo(dearest) > 0 ? limit : dearest;
    }
    return dearest;
  }

  private static OrderBounds bounds(ClientOrder order) {
    return OrderBounds.of(
        order.side(),
        order.state(),
        order.ordered(),
        order.report().acknowledged(),
        new OrderBounds.Fills(
            order.filled().minus(order.provisional()), order.provisional(), order.voided()));
  }

  private static boolean isLasting(ExecutionState state) {
    return state == ExecutionState.HOLDING
        || state == ExecutionState.PANIC
        || state == ExecutionState.STUCK;
  }

  private static void keep(Set<ExecutionId> set, ExecutionId id, boolean in) {
    if (in) {
      set.add(id);
    } else {
      set.remove(id);
    }
  }
}
