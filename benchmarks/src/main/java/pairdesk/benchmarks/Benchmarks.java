package pairdesk.benchmarks;

import java.io.PrintStream;
import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs all benchmarks, or those whose names contain one of the arguments, and prints each beside
 * its baseline.
 */
public final class Benchmarks {
  private static final TimeValue ROUND = TimeValue.seconds(1);

  private Benchmarks() {}

  /**
   * @param names parts of names, such as {@code Signing}; none: all
   */
  public static void main(String[] names) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .forks(1)
            .warmupIterations(3)
            .warmupTime(ROUND)
            .measurementIterations(5)
            .measurementTime(ROUND)
            .shouldFailOnError(true)
            .addProfiler(GCProfiler.class)
            .jvmArgsAppend(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dslf4j.internal.verbosity=ERROR");
    for (String name : names) {
      options.include(name);
    }
    Collection<RunResult> results = new Runner(options.build()).run();
    print(new Report(results).text(), System.out);
  }

  private static void print(String table, PrintStream out) {
    out.println();
    out.print(table);
  }
}
