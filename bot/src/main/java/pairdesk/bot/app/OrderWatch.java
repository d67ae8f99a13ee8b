package pairdesk.bot.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.venue.PreparedOrder;

/** Measures the way of an order from the engine's plan to the moment it leaves. */
final class OrderWatch {
  /** Orders under way at most; those of plans that were refused fall out at this end. */
  private static final int MOST = 1_024;

  private final Stages stages;
  private final InstantSource clock;
  private final Map<ClientOrderId, Instant> ticks = bounded();
  private final Map<ClientOrderId, Instant> commits = bounded();

  OrderWatch(Stages stages, InstantSource clock) {
    this.stages = stages;
    this.clock = clock;
  }

  private static Map<ClientOrderId, Instant> bounded() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<ClientOrderId, Instant> eldest) {
        return size() > MOST;
      }
    };
  }

  /** The engine asked for these orders, on this news. */
  synchronized void planned(Effect.Submit plan, Instant tick) {
    plan.intents().forEach(intent -> ticks.put(intent.id(), tick));
  }

  void signed(Instant began) {
    stages.took(Stage.SIGNED, since(began));
  }

  synchronized void committed(List<PreparedOrder> orders, Instant began) {
    stages.took(Stage.COMMITTED, since(began));
    Instant now = clock.instant();
    orders.forEach(order -> commits.put(order.intent().id(), now));
  }

  /** It leaves now. */
  synchronized void sends(PreparedOrder order) {
    ClientOrderId id = order.intent().id();
    Optional.ofNullable(commits.remove(id))
        .ifPresent(moment -> stages.took(Stage.SENT, since(moment)));
    Optional.ofNullable(ticks.remove(id))
        .ifPresent(moment -> stages.took(Stage.TICK_TO_ORDER, since(moment)));
  }

  void answered(Instant began) {
    stages.took(Stage.ACKNOWLEDGED, since(began));
  }

  Instant now() {
    return clock.instant();
  }

  private Duration since(Instant moment) {
    Duration span = Duration.between(moment, clock.instant());
    return span.isNegative() ? Duration.ZERO : span;
  }
}
