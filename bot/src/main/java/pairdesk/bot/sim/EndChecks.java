package pairdesk.bot.sim;

import java.util.HashMap;
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
import pairdesk.engine.money.Price;
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
   * Prices move no more, and to sell the surplus or to complete it would lose more than half of
   * what it cost: panic accepts no worse, and a person decides.
   */
  private boolean isHopeless(ExecutionSnapshot execution) {
    LegSnapshot first = execution.legs().get(0);
    LegSnapshot second = execution.legs().get(1);
    boolean leads = first.held().isGreaterThan(second.held());
    LegSnapshot lead = leads ? first : second;
    Instrument lag = (leads ? second : first).instrument();
    Price least =
        new Price(
            Math.toIntExact(
                Rounding.UP.multiplyDivide(lead.spent().e6(), HALF_E4, lead.bought().e6())));
    Instrument surplus = lead.instrument();
    return world.isCalm(surplus.market())
        && book(surplus).bids(surplus.outcome()).stream()
            .noneMatch(bid -> !bid.price().isLessThan(least))
        && book(lag).asks(lag.outcome()).stream()
            .noneMatch(ask -> !ask.price().complement().isLessThan(least));
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
      long[] held = new long[2];
      for (Truth.Attempt attempt : world.truth().of(id)) {
        long filled =
            attempt.filled(status -> status != pairdesk.engine.order.FillStatus.VOIDED).e6();
        boolean buys = attempt.intent.terms().side() == pairdesk.engine.order.Side.BUY;
        held[attempt.intent.origin().leg()] += buys ? filled : -filled;
      }
      boolean settled =
          world.truth().of(id).stream().anyMatch(a -> !isTrading(a.intent.instrument()));
      boolean stuck = closed.get(id.value()) == ExecutionState.STUCK;
      if (!settled && !stuck && Math.abs(held[0] - held[1]) >= DUST.e6()) {
        return "I11: " + id + " ends with " + held[0] + " and " + held[1] + " e6 shares";
      }
    }
    return null;
  }

  private static AccountId account(VenueId venue) {
    return venue.equals(VenueId.KALSHI) ? Scenery.KALSHI : Scenery.POLYMARKET;
  }
}
