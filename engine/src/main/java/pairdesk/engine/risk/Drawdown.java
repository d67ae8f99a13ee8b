package pairdesk.engine.risk;

import java.time.Instant;
import java.util.SortedMap;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;

/**
 * Trips when equity has fallen too far below the highest ever. Deposits and withdrawals move that
 * height. A person who resets it accepts what there is now as the new height.
 *
 * @param equity as last seen, after the open loss
 */
record Drawdown(Ratio limit, Usd highWater, Usd equity) implements Breaker {

  @Override
  public Reaction on(BreakerFact fact, SortedMap<String, BreakerState> tripped, Instant now) {
    if (fact instanceof BreakerFact.MoneyChanged money) {
      return look(money.equity(), now);
    }
    if (fact instanceof BreakerFact.CashMoved(var amount)) {
      Usd moved = highWater.plus(amount).max(Usd.ZERO);
      return Reaction.none(new Drawdown(limit, moved, equity.plus(amount)));
    }
    boolean accepted =
        fact instanceof BreakerFact.PersonReset reset
            && reset.name().equals(BreakerKind.DRAWDOWN.code());
    return Reaction.none(accepted ? new Drawdown(limit, equity, equity) : this);
  }

  @Override
  public Breaker under(BreakerLimits changed) {
    return new Drawdown(changed.losses().drawdown(), highWater, equity);
  }

  private Reaction look(Usd now, Instant at) {
    var next = new Drawdown(limit, highWater.max(now), now);
    Usd floor = next.highWater.times(Ratio.ofBps(Ratio.ONE.bps() - limit.bps()), Rounding.DOWN);
    if (!next.highWater.isGreaterThan(Usd.ZERO) || now.isGreaterThan(floor)) {
      return Reaction.none(next);
    }
    String cause = "equity " + now + " fell by " + limit + " or more from " + next.highWater;
    return Reaction.trip(next, new BreakerState(BreakerKind.DRAWDOWN.code(), cause, at, null));
  }
}
