package pairdesk.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** The medians of a run as a table, each measured one with its ratio to its baseline. */
final class Report {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final Map<String, RunResult> results;

  Report(Collection<RunResult> results) {
    this.results = results.stream().collect(Collectors.toMap(Report::name, Function.identity()));
  }

  /** Class and method, without the package. */
  static String name(RunResult result) {
    String whole = result.getParams().getBenchmark();
    int method = whole.lastIndexOf('.');
    return whole.substring(whole.lastIndexOf('.', method - 1) + 1);
  }

  String text() {
    var table = new StringBuilder();
    table.append(row("work: ours; baseline", "ours, µs", "ours, B", "baseline, µs", "ratio"));
    table.append(row("---", "---:", "---:", "---:", "---:"));
    for (Comparison comparison : Comparison.ALL) {
      if (results.containsKey(comparison.measured())
          && results.containsKey(comparison.baseline())) {
        double measured = medianMicros(comparison.measured());
        double baseline = medianMicros(comparison.baseline());
        table.append(
            row(
                comparison.work(),
                number(measured),
                allocated(comparison.measured()),
                number(baseline),
                number(baseline / measured) + "x"));
      }
    }
    return table.toString();
  }

  private double medianMicros(String name) {
    return result(name).getPrimaryResult().getStatistics().getPercentile(50);
  }

  private RunResult result(String name) {
    RunResult result = results.get(name);
    if (result == null) {
      throw new IllegalArgumentException("no result of " + name);
    }
    return result;
  }

  /** What one operation allocates; unknown where nobody counted. */
  private String allocated(String name) {
    Result<?> bytes = result(name).getSecondaryResults().get(ALLOCATED);
    return bytes == null ? "" : String.format(Locale.ROOT, "%,.0f", bytes.getScore());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.3f" : "%.1f", value);
  }

  private static String row(
      String work, String measured, String allocated, String baseline, String ratio) {
    return "| %-82s | %12s | %9s | %12s | %9s |%n"
        .formatted(work, measured, allocated, baseline, ratio);
  }
}
