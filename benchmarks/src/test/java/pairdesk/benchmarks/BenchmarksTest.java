package pairdesk.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchmarksTest {
  @Test
  void everyBenchmarkRunsAndIsComparedWithSomething() throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .forks(0)
                    .mode(Mode.SingleShotTime)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    Set<String> ran = results.stream().map(Report::name).collect(Collectors.toSet());
    Set<String> compared =
        Comparison.ALL.stream()
            .flatMap(comparison -> Stream.of(comparison.measured(), comparison.baseline()))
            .collect(Collectors.toSet());
    assertEquals(compared, ran);
    long rows = new Report(results).text().lines().count();
    assertEquals(Comparison.ALL.size() + 2, rows, "a header of two lines and a row each");
  }
}
