package pairdesk.bot.app;

import java.time.Instant;
import java.util.List;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.loop.EffectRunner;

/** Has the effects of a batch carried out, and measures and counts them. */
record MeasuredEffects(EffectRunner effects, TickWatch ticks, OrderWatch orders, Counts counts)
    implements EffectRunner {
  /** Figures of the batch can wait, its orders cannot. */
  @Override
  public void run(List<Effect> batch) {
    Instant decided = orders.now();
    for (Effect effect : batch) {
      if (effect instanceof Effect.Submit plan) {
        TickWatch.tick(plan).ifPresent(tick -> orders.planned(plan, tick));
      }
    }
    effects.run(batch);
    ticks.decided(batch, decided);
    counts.settled(batch);
  }
}
