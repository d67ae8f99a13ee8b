package pairdesk.engine.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long the last orders took at one venue. */
record LatencyWindow(List<Sample> samples, int slowInARow) {
  static final LatencyWindow EMPTY = new LatencyWindow(List.of(), 0);

  record Sample(Instant at, Duration latency) {}

  LatencyWindow {
    samples = List.copyOf(samples);
  }

  LatencyWindow add(Sample sample, Duration slow, Duration window) {
    var kept = new ArrayList<>(since(sample.at().minus(window)).samples);
    kept.add(sample);
    return new LatencyWindow(kept, sample.latency().compareTo(slow) > 0 ? slowInARow + 1 : 0);
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
}
