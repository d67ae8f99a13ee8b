package pairdesk.bot.sim;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a seed ended.
 *
 * @param failure the invariant that broke, with both numbers; null when none did
 * @param lines the last of the trace, of a failed run
 */
record Outcome(
    long seed,
    @Nullable String failure,
    List<String> lines,
    Run run,
    List<Trade> trades,
    Map<Sometimes.Event, Long> counts) {

  /**
   * @param hash of everything observable
   * @param events tasks that were run
   * @param lived simulated time
   */
  record Run(long hash, long events, Duration lived, int executions, boolean calm) {}

  Outcome failing(String why) {
    return new Outcome(seed, why, lines, run, trades, counts);
  }

  /** {@code I9}, of a failure. */
  String invariant() {
    return failure == null ? "" : failure.substring(0, Math.max(0, failure.indexOf(':')));
  }
}
