package pairdesk.benchmarks;

import java.util.Arrays;
import java.util.Collection;

/** Spans of time in nanoseconds, and what they come to. */
final class Spans {
  private static final double MILLI = 1e6;

  private final long[] sorted;

  Spans(Collection<Long> nanos) {
    this.sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  int count() {
    return sorted.length;
  }

  /** In milliseconds; the largest that so many of a hundred do not exceed. */
  private double percentile(int percent) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / MILLI;
  }

  @Override
  public String toString() {
    double longest = Arrays.stream(sorted).max().orElse(0) / MILLI;
    return "%,d times: p50 %.2f ms, p99 %.2f ms, longest %.2f ms"
        .formatted(count(), percentile(50), percentile(99), longest);
  }
}
