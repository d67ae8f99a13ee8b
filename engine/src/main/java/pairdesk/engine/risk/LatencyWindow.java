package pairdesk.engine.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long the last ones of something took: the orders of one venue, the commits of intents. */
record LatencyWindow(List<Sample> samples, int slowInARow) {
  static final LatencyWindow EMPTY = new LatencyWindow(List.of(), 0);

  record Sample(Instant at, Duration latency) {}

  LatencyWindow {
    samples = List.copyOf(samples);
  }

  LatencyWindow add(Sample sample, BreakerLimits.Latency limits) {
    var kept = new ArrayList<>(since(sample.at().minus(limits.window())).samples);
    kept.add(sample);
    boolean slow = sample.latency().compareTo(limits.p95().trip()) > 0;
    return new LatencyWindow(kept, slow ? slowInARow + 1 : 0);
  }

  LatencyWindow since(Instant oldest) {
    return new LatencyWindow(
        samples.stream().filter(sample -> sample.at().isAfter(oldest)).toList(), slowInARow);
  }

  /** The latency that at most one in twenty exceeds; empty without samples. */
  Optional<Duration> p95() {
    if (samples.isEmpty()) {
      return Optional.empty();
    }
    List<Duration> sorted = samples.stream().map(Sample::latency).sorted().toList();
    return Optional.of(sorted.get(Math.ceilDiv(sorted.size() * 95, 100) - 1));
  }

  /**
   * In what way they took too long; empty when they did not.
   *
   * @param what they are
   */
  Optional<String> tooSlow(BreakerLimits.Latency limits, String what) {
    Duration slowest = p95().orElse(Duration.ZERO);
    Duration most = limits.p95().trip();
    if (samples.size() >= limits.samples() && slowest.compareTo(most) > 0) {
      return Optional.of(
          "95 of 100 %s took up to %d ms, of at most %d"
              .formatted(what, slowest.toMillis(), most.toMillis()));
    }
    return slowInARow >= limits.inARow()
        ? Optional.of(
            "%d %s in a row took more than %d ms".formatted(slowInARow, what, most.toMillis()))
        : Optional.empty();
  }

  boolean isCalm(BreakerLimits.Latency limits) {
    return p95().orElse(Duration.ZERO).compareTo(limits.p95().reset()) < 0;
  }
}
