package pairdesk.benchmarks.path;

import static pairdesk.benchmarks.path.TimesTable.micros;
import static pairdesk.benchmarks.path.TimesTable.percentile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pairdesk.benchmarks.path.Marks.Stage;
import pairdesk.benchmarks.path.Path.Times;

/**
 * Where the time goes, as Markdown: medians from the frame to each stage, of the paths that mark
 * them.
 */
final class StagesTable {
  private final StringBuilder text = new StringBuilder();

  StagesTable() {
    String stages =
        Arrays.stream(Stage.values()).map(Stage::words).collect(Collectors.joining(" | "));
    text.append("| µs until | path | decided | ").append(stages).append(" | both arrived |\n");
    text.append("|---|---|").append("---:|".repeat(Stage.values().length + 2)).append('\n');
  }

  void add(String pace, Map<String, List<Times>> taken) {
    taken.forEach((name, times) -> {
      if (times.stream().noneMatch(tick -> tick.stageNanos().isEmpty())) {
        row(pace, name, times);
      }
    });
  }

  private void row(String pace, String name, List<Times> times) {
    text.append("| ").append(pace).append(" | ").append(name).append(" |");
    cell(percentile(times, Times::decidedNanos, 50));
    for (Stage stage : Stage.values()) {
      cell(percentile(times, tick -> tick.stageNanos().getOrDefault(stage, 0L), 50));
    }
    cell(percentile(times, Times::arrivedNanos, 50));
    text.append('\n');
  }

  private void cell(long nanos) {
    text.append(' ').append(micros(nanos)).append(" |");
  }

  String text() {
    return text.toString();
  }
}
