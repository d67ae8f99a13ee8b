package pairdesk.engine.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Spans measured of late, for their 95th percentile. */
final class Durations {
  private static final int MOST = 1_000;

  private final Duration window;
  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(Instant at, Duration span) {}

  Durations(Duration window) {
    this.window = window;
  }

  void add(Duration span, Instant now) {
    samples.addLast(new Sample(now, span));
    if (samples.size() > MOST) {
      samples.removeFirst();
    }
  }

  /** Zero without samples. */
  Duration p95(Instant now) {
    Instant from = now.minus(window);
    while (!samples.isEmpty() && samples.getFirst().at().isBefore(from)) {
      samples.removeFirst();
    }
    long[] nanos = samples.stream().mapToLong(sample -> sample.span().toNanos()).sorted().toArray();
    return nanos.length == 0
        ? Duration.ZERO
        : Duration.ofNanos(nanos[(nanos.length * 95 + 99) / 100 - 1]);
  }
}
