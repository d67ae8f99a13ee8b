package pairdesk.bot.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.discord.AnswerTimes;
import pairdesk.engine.control.Mode;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.venue.VenueStatus;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.engine.venue.VenueStatus.Part;

/**
 * What {@code /metrics} says, in the text form and the units of Prometheus: seconds and dollars.
 * Amounts become floating point here, at the edge; what is exact is in {@code /ledger}.
 */
final class Metrics implements Stages, AnswerTimes.Sink, AutoCloseable {
  /** Bounds of the histograms: from a signature that lay ready to a venue that hangs. */
  private static final Duration[] BOUNDS = {
    Duration.ofNanos(10_000),
    Duration.ofNanos(25_000),
    Duration.ofNanos(50_000),
    Duration.ofNanos(100_000),
    Duration.ofNanos(250_000),
    Duration.ofNanos(500_000),
    Duration.ofMillis(1),
    Duration.ofNanos(2_500_000),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2_500),
    Duration.ofSeconds(5)
  };

  /** Bounds of answers to people: beyond three seconds Discord has given up. */
  private static final Duration[] ANSWER_BOUNDS = {
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(3)
  };

  private static final double NANOS = 1e9;
  private static final double MICROS = 1e6;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Counts counts = new Counts(registry);
  private final Map<Stage, Timer> stages = new EnumMap<>(Stage.class);
  private final Map<Link, Health> links = new ConcurrentHashMap<>();

  private record Link(VenueId venue, Part part) {}

  Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
    for (Stage stage : Stage.values()) {
      stages.put(
          stage,
          Timer.builder("pairdesk.stage")
              .tag("stage", stage.label())
              .serviceLevelObjectives(BOUNDS)
              .register(registry));
    }
  }

  @Override
  public void took(Stage stage, Duration span) {
    Timer timer = stages.get(stage);
    if (timer != null) {
      timer.record(span);
    }
  }

  @Override
  public void answered(AnswerTimes.Way way, String what, Duration span) {
    Timer.builder("pairdesk.discord.answer")
        .tag("way", way.label())
        .tag("command", what)
        .serviceLevelObjectives(ANSWER_BOUNDS)
        .register(registry)
        .record(span);
  }

  Counts counts() {
    return counts;
  }

  /** Counts changes of a link; the same word said again is none. */
  void linkChanged(VenueStatus status) {
    Health before = links.put(new Link(status.venue(), status.part()), status.health());
    if (before == status.health()) {
      return;
    }
    counts.count(
        "pairdesk.link.changes",
        "venue",
        status.venue().code(),
        "part",
        status.part().name(),
        "to",
        status.health().name());
  }

  /** Shows these views from now on. */
  void watch(Supplier<EngineView> view, List<VenueId> venues, InstantSource clock) {
    gauge(
        "pairdesk.view.age.seconds", view, v -> seconds(Duration.between(v.at(), clock.instant())));
    gauge("pairdesk.halted", view, v -> v.desk().controls().halted() ? 1 : 0);
    gauge("pairdesk.orders.open", view, v -> v.trading().openOrders(Mode.LIVE));
    gauge("pairdesk.executions", view, v -> v.trading().kpis().executions());
    gauge("pairdesk.executions.completed", view, v -> v.trading().kpis().completed());
    gauge("pairdesk.executions.unhedged", view, v -> v.trading().kpis().endedUnhedged());
    gauge(
        "pairdesk.execution.mean.seconds", view, v -> seconds(v.trading().kpis().meanExecution()));
    gauge("pairdesk.detection.p95.seconds", view, v -> seconds(v.trading().kpis().detection()));
    gauge("pairdesk.breakers.tripped", view, v -> v.desk().breakers().size());
    gauge("pairdesk.unhedged.dollars", view, v -> dollars(v.wealth().risk().unhedged()));
    gauge("pairdesk.open.risk.dollars", view, v -> dollars(v.wealth().risk().openRisk()));
    gauge("pairdesk.capital.dollars", view, v -> dollars(v.wealth().risk().capital()));
    gauge("pairdesk.today.at.worst.dollars", view, v -> dollars(v.wealth().risk().dayLoss()));
    for (Mode mode : Mode.values()) {
      Gauge.builder("pairdesk.mode", view, v -> v.get().desk().controls().mode() == mode ? 1 : 0)
          .tag("mode", mode.name())
          .strongReference(true)
          .register(registry);
    }
    for (VenueId venue : venues) {
      counts.expect(venue.code());
      Gauge.builder(
              "pairdesk.last.tick.age.seconds",
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
    return venue == null
        ? Double.NaN
        : seconds(Duration.between(venue.lastTick(), clock.instant()));
  }

  private static double seconds(Duration time) {
    return time.toNanos() / NANOS;
  }

  private static double dollars(Usd amount) {
    return amount.e6() / MICROS;
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
