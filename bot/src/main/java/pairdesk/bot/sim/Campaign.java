package pairdesk.bot.sim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** Many seeds, several at a time, each on one thread from beginning to end. */
public final class Campaign {
  private static final String CORPUS = "seeds.txt";

  /** One seed in so many is run twice: its trace must be the same. */
  private static final int TWICE_EVERY = 100;

  private final InstantSource clock;
  private final int threads;

  public Campaign(InstantSource clock, int threads) {
    this.clock = clock;
    this.threads = threads;
  }

  /** Seeds that once found something: they always run first. */
  public static List<Long> corpus() {
    try (InputStream file = Campaign.class.getResourceAsStream(CORPUS)) {
      if (file == null) {
        throw new IllegalStateException("the resource is missing: " + CORPUS);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .map(Long::parseLong)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs the corpus and these seeds.
   *
   * @param done told how many have ended
   */
  public Report run(long first, int seeds, LongConsumer done) {
    List<Long> all =
        LongStream.concat(
                corpus().stream().mapToLong(Long::longValue),
                LongStream.range(first, first + seeds))
            .boxed()
            .toList();
    Instant began = clock.instant();
    var report = new Report.Sum();
    each(all, Campaign::run, report::add, done);
    return report.over(Duration.between(began, clock.instant()), threads);
  }

  /** How many bugs can be planted. */
  public static int plantable() {
    return PlantedBug.values().length;
  }

  /** One seed alone, as far as an event; its end in words. */
  public static String one(long seed, long until) {
    Outcome outcome = new Simulation(seed, Profile.of(seed), Sabotage.NONE).until(until).run();
    return Report.told(outcome);
  }

  /** Whether this seed alone breaks an invariant. */
  public static boolean fails(long seed) {
    return Simulation.of(seed).failure() != null;
  }

  private static Outcome run(long seed) {
    Outcome outcome = Simulation.of(seed);
    if (Math.floorMod(seed, TWICE_EVERY) != 0) {
      return outcome;
    }
    Outcome again = Simulation.of(seed);
    return outcome.run().hash() == again.run().hash()
        ? outcome
        : outcome.failing(
            "repeatable: trace %016x the first time, %016x the second"
                .formatted(outcome.run().hash(), again.run().hash()));
  }

  private <S, T> void each(
      List<S> tasks, Function<S, T> work, Consumer<T> ended, LongConsumer done) {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      var answers = new ExecutorCompletionService<T>(pool);
      tasks.forEach(task -> answers.submit(() -> named(task, work)));
      try {
        for (int i = 1; i <= tasks.size(); i++) {
          ended.accept(answers.take().get());
          done.accept(i);
        }
      } finally {
        pool.shutdownNow(); // after a defect the others need not be waited for
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted between two seeds", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a campaign ended in a defect", e.getCause());
    }
  }

  private static <S, T> T named(S task, Function<S, T> work) {
    try {
      return work.apply(task);
    } catch (RuntimeException | StackOverflowError e) { // people must know of which seed
      throw new IllegalStateException("a defect ended " + task, e);
    }
  }

  /**
   * How each planted bug is caught.
   *
   * @param most seeds tried of each
   */
  public List<Catch> planted(int most, LongConsumer done) {
    var catches = new ArrayList<Catch>();
    each(List.of(PlantedBug.values()), bug -> caught(bug, most), catches::add, done);
    catches.sort(Comparator.comparing(Catch::bug));
    return catches;
  }

  static Catch caught(PlantedBug bug, int most) {
    for (int seed = 1; seed <= most; seed++) {
      Outcome outcome = new Simulation(seed, Profile.of(seed), bug.plant()).run();
      String failure = outcome.failure();
      if (failure != null) {
        return new Catch(bug.name(), bug.text(), outcome.invariant(), seed, failure);
      }
    }
    return new Catch(bug.name(), bug.text(), "", most, "");
  }

  /**
   * One planted bug.
   *
   * @param invariant that broke; empty when none did
   * @param seeds that it took
   */
  public record Catch(String bug, String text, String invariant, int seeds, String failure) {
    public boolean isCaught() {
      return !invariant.isEmpty();
    }
  }
}
