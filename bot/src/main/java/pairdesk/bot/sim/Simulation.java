package pairdesk.bot.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One seed, on one thread: a hostile time, and then a time in which everything must heal. */
final class Simulation {
  private static final Duration HEALING = Duration.ofMinutes(5);
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final long seed;
  private final World world;
  private final EndChecks ends;
  private long stopAfter = Long.MAX_VALUE;

  Simulation(long seed, Profile profile, Sabotage sabotage) {
    this.seed = seed;
    this.world = new World(seed, profile, sabotage);
    this.ends = new EndChecks(world);
  }

  static Outcome of(long seed) {
    return new Simulation(seed, Profile.of(seed), Sabotage.NONE).run();
  }

  /** Ends after so many events, to look at what led there. */
  Simulation until(long events) {
    stopAfter = events;
    return this;
  }

  Outcome run() {
    try {
      world.start();
      runUntil(Timeline.START.plus(world.profile().hostile()));
      world.heal();
      String unfinished = heal(world.time().instant().plus(HEALING));
      return unfinished == null || isStopped() ? passed() : failed(unfinished);
    } catch (Broken e) {
      return failed(e.invariant() + ": " + e.getMessage());
    }
  }

  private @Nullable String heal(Instant limit) {
    String unfinished = "";
    while (unfinished != null && world.time().instant().isBefore(limit) && !isStopped()) {
      runUntil(world.time().instant().plus(LOOK));
      unfinished = world.desk().isAlive() ? ends.unfinished(world.desk().view()) : "restarting";
    }
    return unfinished;
  }

  private void runUntil(Instant end) {
    while (!isStopped()) {
      Instant due = world.exchange().nextDue().filter(next -> next.isBefore(end)).orElse(end);
      var task = world.time().next(due);
      if (task.isPresent()) {
        world.trace().task(task.get());
        task.get().work().run();
      } else if (due.equals(end)) {
        return;
      } else {
        world.exchange().advance();
      }
    }
  }

  private boolean isStopped() {
    return world.trace().events() >= stopAfter;
  }

  private Outcome passed() {
    return outcome(null, List.of());
  }

  private Outcome failed(String what) {
    return outcome(what, world.trace().lines());
  }

  private Outcome outcome(@Nullable String failure, List<String> lines) {
    return new Outcome(
        seed,
        failure,
        isStopped() ? world.trace().lines() : lines,
        new Outcome.Run(
            world.trace().hash(),
            world.trace().events(),
            Duration.between(Timeline.START, world.time().instant()),
            world.checks().figures().executions(),
            world.profile().calm()),
        world.checks().figures().trades(),
        world.sometimes().counts());
  }
}
