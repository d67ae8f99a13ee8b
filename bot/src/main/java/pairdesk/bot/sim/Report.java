package pairdesk.bot.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came of a campaign, in words for people. */
public final class Report {
  private static final String DEFINITIONS =
      """
      Traded: bought anything. Inside the slippage limits: no share bought more than 5 % above the \
      price planned at worst, none sold again below 95 % of cost, whatever the reason. Unhedged: stuck, or legs that \
      differ by more than 5 shares. Decision to equal legs: of the bundles held to the end, until \
      both legs were equal first, time in which the process was dead or a venue away included. \
      Earned: what all of them came to after fees.
      """;
  private static final int SHOWN = 12;

  private final Sum sum;
  private final Duration took;
  private final int threads;

  private Report(Sum sum, Duration took, int threads) {
    this.sum = sum;
    this.took = took;
    this.threads = threads;
  }

  /** Adds up outcomes as they come; the sums do not depend on the order. */
  static final class Sum {
    private final List<Outcome> failures = new ArrayList<>();
    private final Map<Sometimes.Event, Long> counts = new EnumMap<>(Sometimes.Event.class);
    private Figures.Sums all = Figures.Sums.NONE;
    private Figures.Sums calm = Figures.Sums.NONE;
    private Duration lived = Duration.ZERO;
    private long seeds;
    private long events;

    void add(Outcome outcome) {
      seeds++;
      events += outcome.run().events();
      lived = lived.plus(outcome.run().lived());
      all = all.plus(outcome.figures());
      if (outcome.run().calm()) {
        calm = calm.plus(outcome.figures());
      }
      outcome.counts().forEach((event, times) -> counts.merge(event, times, Long::sum));
      if (outcome.failure() != null) {
        failures.add(outcome);
      }
    }

    Report over(Duration took, int threads) {
      failures.sort(Comparator.comparingLong(Outcome::seed));
      return new Report(this, took, threads);
    }
  }

  public boolean isClean() {
    return sum.failures.isEmpty();
  }

  /** Seeds that broke an invariant. */
  public List<Long> failed() {
    return sum.failures.stream().map(Outcome::seed).toList();
  }

  public long eventsPerSeed() {
    return sum.seeds == 0 ? 0 : sum.events / sum.seeds;
  }

  /** What never happened in all of it. */
  public List<String> never() {
    var never = new ArrayList<String>();
    for (Sometimes.Event event : Sometimes.Event.values()) {
      if (!sum.counts.containsKey(event)) {
        never.add(event.text());
      }
    }
    return never;
  }

  public String text() {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%,d seeds, %,d events (%,d a seed) in %,d s on %d threads: %,d times as fast as life%n",
            sum.seeds,
            sum.events,
            eventsPerSeed(),
            took.toSeconds(),
            threads,
            sum.lived.toMillis() / Math.max(1, took.toMillis())));
    text.append(DEFINITIONS)
        .append(figures("all seeds", sum.all))
        .append(figures("without faults", sum.calm));
    sum.counts.forEach((event, times) ->
        text.append(String.format(Locale.ROOT, "%,10d × %s%n", times, event.text())));
    never().forEach(event -> text.append("     never: ").append(event).append('\n'));
    sum.failures.stream().limit(SHOWN).forEach(failed -> text.append(told(failed)));
    text.append(
        isClean()
            ? "No invariant broke.\n"
            : sum.failures.size() + " seeds broke an invariant: " + failed() + "\n");
    return text.toString();
  }

  private static String figures(String what, Figures.Sums figures) {
    return String.format(
        Locale.ROOT,
        "%s: %,d executions traded; inside the slippage limits %s (wanted 95 %%),"
            + " ended unhedged %s (at most 5 %%), decision to equal legs %,d ms in the"
            + " mean (below 1,000), earned %s%n",
        what,
        figures.traded(),
        percent(figures.inside(), figures.traded()),
        percent(figures.unhedged(), figures.traded()),
        figures.meanExecution().toMillis(),
        figures.earned());
  }

  private static String percent(long part, long whole) {
    return whole == 0 ? "–" : String.format(Locale.ROOT, "%.2f %%", 100.0 * part / whole);
  }

  /** One seed's end; of a failure with what led there and how to see it again. */
  static String told(Outcome outcome) {
    String failure = outcome.failure();
    var text = new StringBuilder();
    outcome.lines().forEach(line -> text.append("  ").append(line).append('\n'));
    text.append(
        String.format(
            Locale.ROOT,
            "seed %d: %s; %,d events, %s simulated, trace %016x%n",
            outcome.seed(),
            failure == null ? "no invariant broke" : failure,
            outcome.run().events(),
            outcome.run().lived(),
            outcome.run().hash()));
    if (failure != null) {
      text.append("  again: ./pairdesk sim --seed ").append(outcome.seed()).append('\n');
    }
    return text.toString();
  }
}
