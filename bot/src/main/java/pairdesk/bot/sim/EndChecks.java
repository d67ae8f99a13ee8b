package pairdesk.bot.sim;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionSnapshot.LegSnapshot;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.portfolio.CashPosition;
import pairdesk.engine.portfolio.Position;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.AccountView;
import pairdesk.sandbox.exchange.BookView;

/**
 * What must have come true once faults are over: nothing open, nothing naked, books as the venues'.
 */
final class EndChecks {
  private static final long HALF_E4 = 5_000;
  private static final Quantity DUST = Quantity.ofShares(5);

  private final World world;

  EndChecks(World world) {
    this.world = world;
  }

  /** What is still open; null when all has come to rest. */
  @Nullable String unfinished(EngineView view) {
    for (Truth.Attempt attempt : world.truth().attempts()) {
      if (attempt.mayStillFill()) {
        return "I12: an order may still fill: " + attempt.intent.id();
      }
    }
    if (!view.trading().orders().isEmpty()) {
      return "I12: " + view.trading().orders().getFirst();
    }
    for (ExecutionSnapshot execution : view.trading().executions()) {
      if (execution.mode() == Mode.LIVE && !isOver(execution)) {
        return "I13: " + execution;
      }
    }
    if (!world.desk().isWritten()) {
      return "I2: rows that are not written";
    }
    return different(view);
  }

  /**
   * Stuck is an end as well where a market is shut, money is gone, or prices have left for good.
   */
  private boolean isOver(ExecutionSnapshot execution) {
    return execution.state().isClosed() || isUntradable(execution);
  }

  private boolean isUntradable(ExecutionSnapshot execution) {
    return execution.state() == ExecutionState.STUCK
        && (isHopeless(execution)
            || execution.legs().stream()
                .anyMatch(leg -> !isTrading(leg.instrument()) || isPoor(leg.instrument())));
  }

  /**
   * Prices move no more, and to sell any of the surplus or to complete it would lose more than half
   * of what it cost: panic accepts no worse, and a person decides.
   */
  private boolean isHopeless(ExecutionSnapshot execution) {
    Quantity least = least(execution);
    Quantity most = least.plus(execution.unhedged());
    List<LegSnapshot> leading = new ArrayList<>(execution.legs());
    leading.removeIf(leg -> leg.held().equals(least));
    List<LegSnapshot> lagging = new ArrayList<>(execution.legs());
    lagging.removeIf(leg -> leg.held().equals(most));
    return leading.stream().map(leg -> leg.instrument().market()).allMatch(world::isCalm)
        && leading.stream().noneMatch(this::hasBuyer)
        && lagging.stream().anyMatch(leg -> !hasSeller(execution, leg));
  }

  private static Quantity least(ExecutionSnapshot execution) {
    return execution.legs().stream().map(LegSnapshot::held).reduce(Quantity::min).orElseThrow();
  }

  private boolean hasBuyer(LegSnapshot leg) {
    Instrument surplus = leg.instrument();
    return book(surplus).bids(surplus.outcome()).stream()
        .anyMatch(bid -> bid.price().e4() >= halfOfCost(leg));
  }

  /** Of what the bundles pay beside half of what the surplus cost, this leg's share by its plan. */
  private boolean hasSeller(ExecutionSnapshot execution, LegSnapshot leg) {
    Quantity least = least(execution);
    Quantity most = least.plus(execution.unhedged());
    BigInteger left = e4(execution.paying() * 10_000L, execution.unhedged());
    BigInteger planned = BigInteger.ZERO;
    for (LegSnapshot each : execution.legs()) {
      if (each.held().isGreaterThan(least)) {
        left = left.subtract(e4(halfOfCost(each), each.held().minus(least)));
      }
      planned = planned.add(e4(each.worst().e4(), most.minus(each.held())));
    }
    BigInteger share = left.multiply(BigInteger.valueOf(leg.worst().e4())).divide(planned);
    Instrument missing = leg.instrument();
    return book(missing).asks(missing.outcome()).stream()
        .anyMatch(ask -> BigInteger.valueOf(ask.price().e4()).compareTo(share) <= 0);
  }

  private static long halfOfCost(LegSnapshot leg) {
    return Rounding.UP.multiplyDivide(leg.spent().e6(), HALF_E4, leg.bought().e6());
  }

  private static BigInteger e4(long price, Quantity shares) {
    return BigInteger.valueOf(price).multiply(BigInteger.valueOf(shares.e6()));
  }

  private BookView book(Instrument instrument) {
    return world.exchange().book(instrument.market());
  }

  private boolean isTrading(Instrument instrument) {
    return world.exchange().market(instrument.market()).orElseThrow().isTrading();
  }

  private boolean isPoor(Instrument instrument) {
    AccountView view = world.exchange().account(account(instrument.venue()));
    return view.free(Scenery.shard(instrument.market())).isLessThan(Usd.ofDollars(50));
  }

  private @Nullable String different(EngineView view) {
    for (CashPosition cash : view.wealth().cash()) {
      if (!cash.reserved().isZero()) {
        return "I13: still reserved: " + cash;
      }
      Usd there = cash(cash.venue(), cash.shard());
      if (!there.equals(cash.total())) {
        return "I2: %s shard %d: our books %s, the venue %s"
            .formatted(cash.venue(), cash.shard(), cash.total(), there);
      }
    }
    var ours = new TreeMap<Instrument, Quantity>();
    for (Position position : view.wealth().positions()) {
      if (!position.quantity().isZero()) {
        ours.put(position.instrument(), position.quantity());
      }
    }
    Map<Instrument, Quantity> theirs = holdings();
    return theirs.equals(ours) ? naked(view) : "I3: our books " + ours + ", the venues " + theirs;
  }

  private Usd cash(VenueId venue, int shard) {
    AccountView view = world.exchange().account(account(venue));
    return view.cash().getOrDefault(shard, Usd.ZERO);
  }

  /** Worthless shares of an answered market lie there for ever: nobody pays for fetching them. */
  private Map<Instrument, Quantity> holdings() {
    var holdings = new TreeMap<Instrument, Quantity>();
    for (House house : world.houses()) {
      house.account(Timeline.START, Timeline.START).holdings().stream()
          .filter(holding -> !holding.isWorthless())
          .forEach(holding -> holdings.put(holding.instrument(), holding.quantity()));
    }
    return holdings;
  }

  /** By the venues' own fills no execution ends with legs that differ by more than dust. */
  private @Nullable String naked(EngineView view) {
    var closed = new HashMap<String, ExecutionState>();
    view.trading()
        .executions()
        .forEach(execution -> closed.put(execution.id().value(), execution.state()));
    for (var id : world.truth().executions()) {
      List<Truth.Attempt> attempts = world.truth().of(id);
      long[] held = new long[world.scenery().shape(attempts.getFirst().intent).legs()];
      for (Truth.Attempt attempt : attempts) {
        long filled =
            attempt.filled(status -> status != pairdesk.engine.order.FillStatus.VOIDED).e6();
        boolean buys = attempt.intent.terms().side() == pairdesk.engine.order.Side.BUY;
        held[attempt.intent.origin().leg()] += buys ? filled : -filled;
      }
      boolean settled = attempts.stream().anyMatch(a -> !isTrading(a.intent.instrument()));
      boolean stuck = closed.get(id.value()) == ExecutionState.STUCK;
      Arrays.sort(held);
      if (!settled && !stuck && held[held.length - 1] - held[0] >= DUST.e6()) {
        return "I11: " + id + " ends with " + Arrays.toString(held) + " e6 shares";
      }
    }
    return null;
  }

  private static AccountId account(VenueId venue) {
    return venue.equals(VenueId.KALSHI) ? Scenery.KALSHI : Scenery.POLYMARKET;
  }
}
