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
import pairdesk.benchmarks.BookChanges.Change;
import pairdesk.bot.rehearsal.MadeMarkets;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Instrument;
import pairdesk.venues.kalshi.KalshiBook;

/**
 * One level changes, and the engine gets the book. Ours hands over an immutable book; the baseline
 * is a book of decimals that is changed in place and read by its best prices, with and without the
 * copy that another thread would need.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BookUpdateBenchmark {
  private final Instrument instrument = MadeMarkets.kalshi(1).id().yes();
  private final BookChanges changes = new BookChanges();
  private final KalshiBook ours = new KalshiBook();
  private final DecimalBook decimals = new DecimalBook();
  private long version;

  public BookUpdateBenchmark() {
    changes.start().forEach(this::apply);
    for (Change change : changes.round()) {
      apply(change);
      decimals.mustEqual(book());
    }
  }

  @Benchmark
  @OperationsPerInvocation(BookChanges.ROUND)
  public void kalshiBook(Blackhole reader) {
    for (Change change : changes.round()) {
      ours.change(change.outcome(), change.price().e4(), change.changeE6());
      reader.consume(book());
    }
  }

  @Benchmark
  @OperationsPerInvocation(BookChanges.ROUND)
  public void decimalsInPlace(Blackhole reader) {
    for (Change change : changes.round()) {
      decimals.change(change);
      reader.consume(decimals.bestBid());
      reader.consume(decimals.bestAsk());
    }
  }

  @Benchmark
  @OperationsPerInvocation(BookChanges.ROUND)
  public void decimalsCopied(Blackhole reader) {
    for (Change change : changes.round()) {
      decimals.change(change);
      reader.consume(decimals.copy());
    }
  }

  private void apply(Change change) {
    ours.change(change.outcome(), change.price().e4(), change.changeE6());
    decimals.change(change);
  }

  private Book book() {
    return ours.yes(instrument, ++version, MadeMarkets.NOW, MadeMarkets.NOW);
  }
}
