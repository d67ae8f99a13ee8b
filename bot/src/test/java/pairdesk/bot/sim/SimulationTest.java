package pairdesk.bot.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Seeds of {@code pairdesk sim}; a failing one is seen again with {@code --seed}. */
class SimulationTest {
  private static final int SEEDS = Integer.getInteger("sim.seeds", 500);
  private static final int THREADS = 2;

  /** Rarer than once in so few seeds. */
  private static final List<Sometimes.Event> RARE =
      List.of(
          Sometimes.Event.CRASH_BEFORE_COMMIT,
          Sometimes.Event.CRASH_AFTER_COMMIT,
          Sometimes.Event.COMMITTED_UNKNOWINGLY,
          Sometimes.Event.VOIDED_AFTER_CLOSE,
          Sometimes.Event.PAUSED,
          Sometimes.Event.STUCK,
          Sometimes.Event.PATCHING,
          Sometimes.Event.APPROVAL_LATE);

  @Test
  void noInvariantBreaks() {
    Report report = new Campaign(Clock.systemUTC(), THREADS).run(0, SEEDS, _ -> {});
    System.out.print(report.text());
    assertEquals(List.of(), report.failed(), report::text);
    assertTrue(report.eventsPerSeed() >= 1_000, report::text);
    List<String> rare = RARE.stream().map(Sometimes.Event::text).toList();
    assertEquals(List.of(), report.never().stream().filter(e -> !rare.contains(e)).toList());
  }

  @Test
  void theSameSeedGivesTheSameTrace() {
    assertEquals(Simulation.of(3).run(), Simulation.of(3).run());
    assertNotEquals(Simulation.of(3).run().hash(), Simulation.of(4).run().hash());
  }

  @Test
  void aFailureTellsInvariantNumbersWhatLedThereAndHowToSeeItAgain() {
    Sabotage bug = PlantedBug.FORGETS_FEE.plant();
    Outcome outcome = new Simulation(1, Profile.of(1), bug).run();
    assertEquals("I10", outcome.invariant());
    String told = Report.told(outcome);
    assertTrue(told.contains(" reserved of $"), told);
    assertTrue(told.contains("submit Submit["), told);
    assertTrue(told.endsWith("  again: ./pairdesk sim --seed 1\n"), told);
  }

  @Test
  void stopsAtAnEventAndShowsWhatLedThere() {
    String told = Campaign.one(1, 200);
    assertTrue(told.contains("200 events"), told);
    assertTrue(told.lines().count() > 10, told);
  }

  /** As {@code pairdesk sim --planted} does it; how many seeds each takes is in docs/testing.md. */
  @ParameterizedTest
  @EnumSource(PlantedBug.class)
  @Tag("fault:T15")
  @Tag("fault:T16")
  void catches(PlantedBug bug) {
    Campaign.Catch caught = Campaign.caught(bug, 2 * SEEDS);
    assertTrue(caught.isCaught(), bug.text());
  }
}
