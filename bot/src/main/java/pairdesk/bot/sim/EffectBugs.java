package pairdesk.bot.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.ClientOrderIds;
import pairdesk.engine.order.OrderIntent;

/** Planted in what is carried out of what the engine asked for. */
final class EffectBugs {
  private static final int OTHER_ATTEMPTS = 1_000;

  private EffectBugs() {}

  private static List<Effect> each(List<Effect> right, UnaryOperator<List<OrderIntent>> change) {
    var changed = new ArrayList<Effect>();
    for (Effect effect : right) {
      changed.add(
          effect instanceof Effect.Submit(var id, var mode, var intents, var grounds)
              ? new Effect.Submit(id, mode, change.apply(intents), grounds)
              : effect);
    }
    return changed;
  }

  /** Two parts of the program answer the same fill. */
  static final class Doubled implements Sabotage {
    @Override
    public List<Effect> asked(List<Effect> right) {
      var doubled = new ArrayList<>(right);
      for (Effect effect : right) {
        if (effect instanceof Effect.Submit submit
            && submit.intents().stream().noneMatch(i -> i.origin().purpose().addsRisk())) {
          doubled.add(
              new Effect.Submit(
                  submit.execution(),
                  submit.mode(),
                  submit.intents().stream().map(Doubled::again).toList(),
                  submit.grounds()));
        }
      }
      return doubled;
    }

    private static OrderIntent again(OrderIntent intent) {
      OrderIntent.Origin o = intent.origin();
      var origin =
          new OrderIntent.Origin(
              o.execution(), o.leg(), o.attempt() + OTHER_ATTEMPTS, o.purpose(), o.pair());
      return new OrderIntent(
          ClientOrderIds.derive("simulation", origin),
          origin,
          intent.instrument(),
          intent.terms(),
          intent.approval());
    }
  }

  static final class WrongOutcome implements Sabotage {
    @Override
    public List<Effect> asked(List<Effect> right) {
      return each(right, intents -> intents.stream().map(WrongOutcome::asYes).toList());
    }

    private static OrderIntent asYes(OrderIntent intent) {
      return new OrderIntent(
          intent.id(),
          intent.origin(),
          intent.instrument().market().yes(),
          intent.terms(),
          intent.approval());
    }
  }

  static final class EqualDollars implements Sabotage {
    private static final Quantity LOT = Quantity.ofE6(10_000);

    @Override
    public List<Effect> asked(List<Effect> right) {
      return each(right, EqualDollars::sized);
    }

    /** The second leg for as many dollars as the first. */
    private static List<OrderIntent> sized(List<OrderIntent> intents) {
      if (intents.size() < 2) {
        return intents;
      }
      OrderIntent first = intents.get(0);
      OrderIntent second = intents.get(1);
      long dollars = first.terms().quantity().e6() / 10_000 * first.terms().limit().e4();
      Quantity shares = Quantity.ofE6(dollars / second.terms().limit().e4() * 10_000).floorTo(LOT);
      OrderIntent.Terms t = second.terms();
      return List.of(
          first,
          new OrderIntent(
              second.id(),
              second.origin(),
              second.instrument(),
              new OrderIntent.Terms(
                  t.side(), shares, t.limit(), t.timeInForce(), t.postOnly(), t.expiry()),
              second.approval()));
    }
  }
}
