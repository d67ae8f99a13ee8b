package pairdesk.bot.sim;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pairdesk.engine.journal.Recovered;

/**
 * The process dies right after one step of an order or its hedge, between hostile venues, and
 * another one takes over: every invariant holds on the way and in the end, by the venues' own
 * books.
 */
class CrashPointTest {
  private static final int DEATHS_IN_A_SEED = 3;
  private static final int DEATHS = 3;
  private static final long SEEDS = 100;

  private static class Killer implements Sabotage {
    private final CrashPoint point;
    int deaths;

    Killer(CrashPoint point) {
      this.point = point;
    }

    @Override
    public boolean dies(CrashPoint reached) {
      boolean dies = reached == point && deaths < DEATHS_IN_A_SEED;
      deaths += dies ? 1 : 0;
      return dies;
    }
  }

  @ParameterizedTest
  @EnumSource(CrashPoint.class)
  @Tag("fault:K1")
  @Tag("fault:K2")
  @Tag("fault:K3")
  @Tag("fault:K4")
  @Tag("fault:K5")
  @Tag("fault:K6")
  @Tag("fault:K7")
  @Tag("fault:K8")
  @Tag("fault:K9")
  @Tag("fault:K10")
  @Tag("fault:K11")
  @Tag("fault:K12")
  @Tag("fault:K13")
  @Tag("fault:K14")
  @Tag("fault:K15")
  void nothingIsLostWhereverTheProcessDies(CrashPoint point) {
    int deaths = 0;
    for (long seed = 0; deaths < DEATHS; seed++) {
      assertTrue(seed < SEEDS, deaths + " deaths at " + point.id() + " in " + SEEDS + " seeds");
      var killer = new Killer(point);
      Outcome outcome = new Simulation(seed, Profile.of(seed), killer).run();
      assertNull(outcome.failure(), () -> point.id() + "\n" + Report.told(outcome));
      deaths += killer.deaths;
    }
  }

  /** The same, and what was on its way is forgotten: it must not go unnoticed. */
  @Test
  void aRestartThatForgetsWhatWasSentIsCaught() {
    var forgetful =
        new Killer(CrashPoint.ARRIVED) {
          @Override
          public Recovered recovered(Recovered right) {
            return PlantedBug.FORGETS_SENT.plant().recovered(right);
          }
        };
    Outcome outcome = new Simulation(0, Profile.of(0), forgetful).run();
    assertNotEquals(0, forgetful.deaths);
    assertNotEquals("", outcome.invariant(), outcome::toString);
  }
}
