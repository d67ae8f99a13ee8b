package pairdesk.venues.net;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Many threads that want tokens of one rate budget at once, while a clock of ours goes on. */
public final class BudgetStorm {
  private static final int THREADS = 8;
  private static final int ASKED_BY_EACH = 1_500;

  private final MovingClock clock;
  private final List<Toll> wanted;
  private final Queue<Grant> grants = new ConcurrentLinkedQueue<>();

  /**
   * @param wanted tolls of one and the same budget
   */
  public BudgetStorm(MovingClock clock, List<Toll> wanted) {
    this.clock = clock;
    this.wanted = List.copyOf(wanted);
  }

  /** Tokens that left at some moment between two. */
  private record Grant(Instant from, Instant to, Toll toll) {}

  /** What a venue allows: so many at once, and so many more in each second. */
  public record Allowed(int atOnce, int perSecond) {}

  /** Lets every thread ask, each in an order of its own. */
  public void rage(long seed) {
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < THREADS; i++) {
      var random = new SplittableRandom(seed + i);
      threads.add(Thread.ofPlatform().start(() -> ask(random)));
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
  }

  private void ask(SplittableRandom random) {
    for (int i = 0; i < ASKED_BY_EACH; i++) {
      Toll toll = wanted.get(random.nextInt(wanted.size()));
      Instant before = clock.instant();
      if (toll.bucket().take(toll.cost(), toll.priority()).isZero()) {
        grants.add(new Grant(before, clock.instant(), toll));
      }
      if (random.nextInt(4) == 0) {
        clock.move(Duration.ofMillis(random.nextInt(6)));
      }
    }
  }

  /** How many tokens left for this priority. */
  public int taken(Priority priority) {
    return grants.stream()
        .filter(grant -> grant.toll().priority() == priority)
        .mapToInt(grant -> grant.toll().cost())
        .sum();
  }

  /**
   * In no stretch of time did more leave than the venue allows, nor did those who have to leave a
   * share to others take it.
   */
  public void keptWithin(Allowed allowed, long seed) {
    for (Priority priority : Priority.values()) {
      List<Grant> bound =
          grants.stream()
              .filter(grant -> grant.toll().priority().compareTo(priority) >= 0)
              .sorted(Comparator.comparing(Grant::to))
              .toList();
      long share = allowed.atOnce() * (100L - priority.leavesPercent()) * 10;
      for (Instant start : bound.stream().map(Grant::from).distinct().toList()) {
        keptFrom(start, bound, share, allowed.perSecond(), seed);
      }
    }
  }

  /**
   * @param share what may leave at once, in 1/1000 of a token
   */
  private static void keptFrom(
      Instant start, List<Grant> byEnd, long share, int perSecond, long seed) {
    long sum = 0;
    for (Grant grant : byEnd) {
      if (!grant.from().isBefore(start)) {
        sum += grant.toll().cost();
        long millis = Duration.between(start, grant.to()).toMillis();
        long most = share + perSecond * millis;
        long taken = sum * 1_000;
        assertTrue(
            taken <= most,
            () -> "seed %d: %d/1000 in %d ms, not %d".formatted(seed, taken, millis, most));
      }
    }
  }
}
