package pairdesk.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The same change as in {@link DetectionBenchmark}, as a batch of its own through the whole engine:
 * breakers, housekeeping, strategy and, where there is a gap, risk gate and announcement in
 * MONITOR.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EngineBenchmark {

  @Benchmark
  @OperationsPerInvocation(MadePairs.COUNT)
  public void batchWithoutGap(WithoutGap state, Blackhole reader) {
    state.desk.batches(reader);
  }

  @Benchmark
  @OperationsPerInvocation(MadePairs.COUNT)
  public void decimalsWithoutGap(WithoutGap state, Blackhole reader) {
    state.desk.decimals(reader);
  }

  @Benchmark
  @OperationsPerInvocation(MadePairs.COUNT)
  public void batchWithGap(WithGap state, Blackhole reader) {
    state.desk.batches(reader);
  }

  @Benchmark
  @OperationsPerInvocation(MadePairs.COUNT)
  public void decimalsWithGap(WithGap state, Blackhole reader) {
    state.desk.decimals(reader);
  }

  /** Both outcomes together cost more than they pay. */
  @State(Scope.Thread)
  public static class WithoutGap {
    private final MadeEngine desk = new MadeEngine(false);
  }

  /** Every pair can be bought below what it pays, a few levels deep. */
  @State(Scope.Thread)
  public static class WithGap {
    private final MadeEngine desk = new MadeEngine(true);
  }
}
