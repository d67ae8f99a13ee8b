package pairdesk.bot.whole;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** The desk's {@code /metrics}: each line's name with its labels, and its value. */
record Figures(Map<String, Long> values) {

  /**
   * @param text lines as {@code name{label="x"} 12.0}; values are cut to whole numbers
   */
  static Figures of(String text) {
    var values = new HashMap<String, Long>();
    text.lines()
        .filter(line -> !line.startsWith("#") && !line.endsWith("NaN"))
        .forEach(line -> {
          int gap = line.lastIndexOf(' ');
          values.put(line.substring(0, gap), new BigDecimal(line.substring(gap + 1)).longValue());
        });
    return new Figures(values);
  }

  /** Sum over all labels that contain these words. */
  long sum(String name, String... labels) {
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().equals(name) || entry.getKey().startsWith(name + "{"))
        .filter(entry -> containsAll(entry.getKey(), labels))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static boolean containsAll(String key, String... words) {
    for (String word : words) {
      if (!key.contains(word)) {
        return false;
      }
    }
    return true;
  }

  long heapMiB() {
    return sum("jvm_memory_used_bytes", "area=\"heap\"") >> 20;
  }

  long threads() {
    return sum("jvm_threads_live_threads");
  }

  /** How often a stream came up, the first time included. */
  long connects() {
    return sum("pairdesk_link_changes_total", "_STREAM", "to=\"UP\"");
  }

  long completed() {
    return sum("pairdesk_executions_completed");
  }
}
