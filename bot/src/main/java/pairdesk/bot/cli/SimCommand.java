package pairdesk.bot.cli;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.sim.Campaign;
import pairdesk.bot.sim.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The desk between two hostile venues in simulated time, many seeds long. */
@Command(
    name = "sim",
    description = {
      "Runs the desk's engine between two hostile venues in simulated time, and checks every step.",
      "--seed S alone runs one seed and shows how it ended; --seeds N runs N from S on."
    })
final class SimCommand implements Callable<Integer> {
  private static final int USUAL = 500;

  @Option(names = "--seeds", paramLabel = "N", description = "How many seeds (default 500).")
  private @Nullable Integer seeds;

  @Option(names = "--seed", paramLabel = "S", description = "The seed, or the first of many.")
  private @Nullable Long seed;

  @Option(
      names = "--until",
      paramLabel = "EVENT",
      description = "With --seed: stop at this event, and show the fifty lines before it.")
  private long until = Long.MAX_VALUE;

  @Option(
      names = "--planted",
      description = "Plants known bugs, one at a time, and tells which invariant catches each.")
  private boolean planted;

  @Option(names = "--threads", paramLabel = "N", description = "Default: one a processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    if (threads < 1 || (seeds != null && seeds < 1)) {
      throw new ParameterException(
          spec.commandLine(), "--seeds and --threads want whole numbers, 1 or more");
    }
    if (planted) {
      return plant(seeds == null ? USUAL : seeds);
    }
    if (seed != null && seeds == null) {
      System.out.print(Campaign.one(seed, until));
      return until == Long.MAX_VALUE && Campaign.fails(seed) ? ExitCodes.FAILED : ExitCodes.DONE;
    }
    return run(seed == null ? 0 : seed, seeds == null ? USUAL : seeds);
  }

  private int run(long first, int many) {
    var progress = new ProgressLine();
    long all = many + (long) Campaign.corpus().size();
    Report report =
        new Campaign(Clock.systemUTC(), threads)
            .run(first, many, done -> progress.at("seeds", done, all));
    progress.end();
    System.out.print(report.text());
    return report.isClean() ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  private int plant(int most) {
    var progress = new ProgressLine();
    List<Campaign.Catch> catches =
        new Campaign(Clock.systemUTC(), threads)
            .planted(most, done -> progress.at("planted bugs", done, Campaign.plantable()));
    progress.end();
    for (Campaign.Catch one : catches) {
      System.out.printf(
          Locale.ROOT,
          "%-58s %s%n",
          one.text(),
          one.isCaught()
              ? "broke %s with seed %d".formatted(one.invariant(), one.seeds())
              : "NOT CAUGHT in %,d seeds".formatted(one.seeds()));
    }
    boolean all = catches.stream().allMatch(Campaign.Catch::isCaught);
    System.out.println(all ? "Every planted bug was caught." : "A planted bug was not caught.");
    return all ? ExitCodes.DONE : ExitCodes.FAILED;
  }
}
