package pairdesk.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import pairdesk.bot.rehearsal.MadeMarkets;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.strategy.crossvenue.CrossVenueSettings;
import pairdesk.engine.strategy.crossvenue.CrossVenueStrategy;

/**
 * A book of one of a thousand approved pairs has changed: is there something to earn? An operation
 * is one change and the look at its pair; a round does it for every pair.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DetectionBenchmark {

  @Benchmark
  @OperationsPerInvocation(MadePairs.COUNT)
  public void lookWithoutGap(WithoutGap state, Blackhole reader) {
    state.desk.look(reader);
  }

  @Benchmark
  @OperationsPerInvocation(MadePairs.COUNT)
  public void decimalsWithoutGap(WithoutGap state, Blackhole reader) {
    state.desk.decimals(reader);
  }

  @Benchmark
  @OperationsPerInvocation(MadePairs.COUNT)
  public void lookWithGap(WithGap state, Blackhole reader) {
    state.desk.look(reader);
  }

  @Benchmark
  @OperationsPerInvocation(MadePairs.COUNT)
  public void decimalsWithGap(WithGap state, Blackhole reader) {
    state.desk.decimals(reader);
  }

  /** Both outcomes together cost more than they pay. */
  @State(Scope.Thread)
  public static class WithoutGap {
    private final Desk desk = new Desk(false);
  }

  /** Every pair can be bought below what it pays, a few levels deep. */
  @State(Scope.Thread)
  public static class WithGap {
    private final Desk desk = new Desk(true);
  }

  private static final class Desk {
    private final Watched watched;
    private final MadeView view;
    private final CrossVenueStrategy strategy =
        new CrossVenueStrategy(CrossVenueSettings.DEFAULTS, Fees.STANDARD);
    private long ids;

    Desk(boolean gap) {
      this.watched = new Watched(gap);
      this.view = new MadeView(watched.pairs());
      check(gap);
      check(gap);
    }

    void look(Blackhole reader) {
      for (Watched.Update update : watched.round()) {
        reader.consume(look(update));
      }
    }

    void decimals(Blackhole reader) {
      watched.round();
      for (DecimalPair pair : watched.decimals()) {
        pair.change(watched.isChanged());
        reader.consume(pair.look());
      }
    }

    private List<Opportunity> look(Watched.Update update) {
      view.put(update.yes());
      view.put(update.no());
      return strategy.look(view, update.markets(), MadeMarkets.NOW, () -> Long.toString(++ids));
    }

    private void check(boolean gap) {
      List<Watched.Update> round = watched.round();
      for (int i = 0; i < round.size(); i++) {
        DecimalPair twin = watched.decimals().get(i);
        twin.change(watched.isChanged());
        List<Opportunity> found = look(round.get(i));
        Watched.mustAgree(
            twin, found.isEmpty() ? Quantity.ZERO : found.getFirst().legs().getFirst().quantity());
        if (found.isEmpty() == gap) {
          throw new IllegalStateException("pair " + i + " is not as it was made: " + found);
        }
      }
    }
  }
}
