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
      Traded: bought anything. Slippage of a trade: what it paid above the prices planned at worst, \
      lost by selling again, paid in fees for such repairs, and left without a counterpart, of what \
      its bundles were to cost at worst. Every share inside its price limit: none bought more than 5 % above the \
      price planned at worst, none sold again below 95 % of cost. Whatever the reason, both. \
      Unhedged: stuck, or legs that differ by more than 5 shares. Decision to equal legs: of the \
      bundles held to the end, until both legs were equal first, time in which the process was \
      dead or a venue away included. Earned: what all of them came to after fees.
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
    private final Tally all = new Tally();
    private final Tally calm = new Tally();
    private final TradeTable<Trade.Trouble> troubles =
        new TradeTable<>(Trade.Trouble.class, Trade::trouble, Trade.Trouble::text);
    private final TradeTable<Trade.Course> courses =
        new TradeTable<>(Trade.Course.class, Trade::course, Trade.Course::text);
    private Duration lived = Duration.ZERO;
    private long seeds;
    private long events;

    void add(Outcome outcome) {
      seeds++;
      events += outcome.run().events();
      lived = lived.plus(outcome.run().lived());
      outcome.trades().forEach(trade -> add(trade, outcome.run().calm()));
      outcome.counts().forEach((event, times) -> counts.merge(event, times, Long::sum));
      if (outcome.failure() != null) {
        failures.add(outcome);
      }
    }

    private void add(Trade trade, boolean undisturbed) {
      all.add(trade);
      if (undisturbed) {
        calm.add(trade);
      }
      troubles.add(trade);
      courses.add(trade);
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
        .append(figures("without faults", sum.calm))
        .append(sum.troubles.text())
        .append(sum.courses.text())
        .append('\n');
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

  private static String figures(String what, Tally tally) {
    long traded = tally.traded();
    return String.format(
        Locale.ROOT,
        """
        %s: %,d executions traded
          slippage within 5 %% of the trade %s (wanted 95 %%), within 2 %% %s; \
        half of them at most %s, 95 %% at most %s, 99 %% at most %s, the worst %s
          every share inside its price limit %s; ended unhedged %s (at most 5 %%); \
        decision to equal legs %,d ms in the mean (below 1,000)
          earned %s, %s each
        """,
        what,
        traded,
        percent(tally.inside().limit(), traded),
        percent(tally.inside().tolerance(), traded),
        tally.slippage(500),
        tally.slippage(950),
        tally.slippage(990),
        tally.slippage(1_000),
        percent(tally.inside().everyShare(), traded),
        percent(tally.unhedged(), traded),
        tally.meanExecution().toMillis(),
        tally.earned(),
        tally.earnedEach());
  }

  static String percent(long part, long whole) {
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
