package pairdesk.benchmarks.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import pairdesk.benchmarks.path.Path.Times;

/** Medians and tails as Markdown, each path beside the plain one that comes after it. */
final class TimesTable {
  private static final String HEAD =
      """
      | ticks | path | decided, µs | in 99 of 100, µs | ratio | both written, µs | in 99 of 100, µs | ratio | both arrived, µs | in 99 of 100, µs | ratio |
      |---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
      """;

  private final StringBuilder text = new StringBuilder(HEAD);

  void add(String pace, Map<String, List<Times>> taken) {
    List<String> names = new ArrayList<>(taken.keySet());
    for (int i = 0; i + 1 < names.size(); i += 2) {
      List<Times> plain = taken.getOrDefault(names.get(i + 1), List.of());
      for (String name : names.subList(i, i + 2)) {
        List<Times> shown = taken.getOrDefault(name, List.of());
        row(pace, name, cells(shown, plain, Times::decidedNanos))
            .append(cells(shown, plain, Times::writtenNanos))
            .append(cells(shown, plain, Times::arrivedNanos))
            .append('\n');
      }
    }
  }

  private StringBuilder row(String pace, String name, String cells) {
    return text.append("| %s | %s |".formatted(pace, name)).append(cells);
  }

  private static String cells(List<Times> shown, List<Times> plain, ToLongFunction<Times> part) {
    double ratio = (double) percentile(plain, part, 50) / percentile(shown, part, 50);
    return String.format(
        Locale.ROOT,
        " %s | %s | %s |",
        micros(percentile(shown, part, 50)),
        micros(percentile(shown, part, 99)),
        shown.equals(plain) ? "" : String.format(Locale.ROOT, "%.2fx", ratio));
  }

  String text() {
    return text.toString();
  }

  static long percentile(List<Times> times, ToLongFunction<Times> part, int percent) {
    long[] sorted = times.stream().mapToLong(part).sorted().toArray();
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }

  static String micros(long nanos) {
    return String.format(Locale.ROOT, "%,.1f", nanos / 1e3);
  }
}
