package pairdesk.bot.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.control.Mode;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.VenueStatus;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.engine.venue.VenueStatus.Part;

/**
 * What {@code /metrics} says, in the text form of Prometheus. Dollars are given as whole
 * micro-dollars, which a scraper's floating point holds exactly.
 */
final class Metrics implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Map<Link, Health> links = new ConcurrentHashMap<>();

  private record Link(VenueId venue, Part part) {}

  Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /** Counts changes of a link; the same word said again is none. */
  void linkChanged(VenueStatus status) {
    Health before = links.put(new Link(status.venue(), status.part()), status.health());
    if (before == status.health()) {
      return;
    }
    registry
        .counter(
            "pairdesk.link.changes",
            "venue",
            status.venue().code(),
            "part",
            status.part().name(),
            "to",
            status.health().name())
        .increment();
  }

  /** Shows these views from now on. */
  void watch(Supplier<EngineView> view, List<VenueId> venues, InstantSource clock) {
    gauge("pairdesk.view.age.millis", view, v -> millis(Duration.between(v.at(), clock.instant())));
    gauge("pairdesk.orders.open", view, v -> v.trading().openOrders(Mode.LIVE));
    gauge("pairdesk.executions", view, v -> v.trading().kpis().executions());
    gauge("pairdesk.executions.completed", view, v -> v.trading().kpis().completed());
    gauge("pairdesk.executions.unhedged", view, v -> v.trading().kpis().endedUnhedged());
    gauge("pairdesk.execution.mean.millis", view, v -> millis(v.trading().kpis().meanExecution()));
    gauge("pairdesk.detection.p95.millis", view, v -> millis(v.trading().kpis().detection()));
    gauge("pairdesk.breakers.tripped", view, v -> v.desk().breakers().size());
    gauge("pairdesk.unhedged.microdollars", view, v -> v.wealth().risk().unhedged().e6());
    gauge("pairdesk.open.risk.microdollars", view, v -> v.wealth().risk().openRisk().e6());
    gauge("pairdesk.capital.microdollars", view, v -> v.wealth().risk().capital().e6());
    for (VenueId venue : venues) {
      Gauge.builder(
              "pairdesk.last.tick.age.millis",
              view,
              v -> age(v.get().desk().venues().get(venue), clock))
          .tag("venue", venue.code())
          .strongReference(true)
          .register(registry);
    }
  }

  private void gauge(String name, Supplier<EngineView> view, ToDoubleFunction<EngineView> figure) {
    Gauge.builder(name, view, v -> figure.applyAsDouble(v.get()))
        .strongReference(true)
        .register(registry);
  }

  private static double age(EngineView.@Nullable Venue venue, InstantSource clock) {
    return venue == null ? Double.NaN : millis(Duration.between(venue.lastTick(), clock.instant()));
  }

  private static double millis(Duration time) {
    return time.toMillis();
  }

  String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
