package pairdesk.bot.app;

import java.util.List;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.loop.EffectRunner;

/** Has the effects of a batch carried out, and measures and counts them. */
record MeasuredEffects(EffectRunner effects, TickWatch ticks, OrderWatch orders, Counts counts)
    implements EffectRunner {
  @Override
  public void run(List<Effect> batch) {
    ticks.decided(batch);
    for (Effect effect : batch) {
      if (effect instanceof Effect.Submit plan) {
        TickWatch.tick(plan).ifPresent(tick -> orders.planned(plan, tick));
      }
    }
    effects.run(batch);
    counts.settled(batch);
  }
}
