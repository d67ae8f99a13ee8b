package pairdesk.engine.loop.sim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pairdesk.engine.execution.ExecutionSettings;
import pairdesk.engine.loop.EngineSettings;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.risk.BreakerLimits;
import pairdesk.engine.risk.Cap;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.venue.Capabilities;

/**
 * Hostile venues, checked against their own truth at every step. One seed, one run: give it back
 * with {@code -Dseed=}.
 */
class SimulationTest {
  private static final Duration HOSTILE = Duration.ofMinutes(1);
  private static final Duration HEALING = Duration.ofMinutes(15);

  static LongStream seeds() {
    Long given = Long.getLong("seed");
    return given != null ? LongStream.of(given) : LongStream.range(0, 300);
  }

  static LongStream fewerSeeds() {
    return seeds().limit(100);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noSeedEndsWithUnexplainedExposure(long seed) {
    new SimWorld(seed, settings()).run(HOSTILE, HEALING);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("fewerSeeds")
  void noSeedEndsNakedWhereOneVenueHasNoMoney(long seed) {
    VenueId poor = seed % 2 == 0 ? VenueId.KALSHI : VenueId.POLYMARKET;
    new SimWorld(seed, settings()).withoutMoneyAt(poor).run(HOSTILE, HEALING);
  }

  @Test
  void tradesEnoughToMeanSomething() {
    int executions = 0;
    for (long seed = 0; seed < 10; seed++) {
      var world = new SimWorld(seed, settings());
      world.run(HOSTILE, HEALING);
      executions += world.executions();
    }
    assertTrue(executions > 30, executions + " executions");
  }

  /** Breakers that would stop the run are wide open: it is the machine that is tried here. */
  private static EngineSettings settings() {
    BreakerLimits defaults = BreakerLimits.DEFAULTS;
    var breakers =
        new BreakerLimits(
            new BreakerLimits.Failures(100_000, Duration.ofSeconds(1)),
            new BreakerLimits.Losses(new Cap(Usd.ofDollars(1_000_000), Ratio.ONE), Ratio.ONE),
            defaults.lag(),
            new BreakerLimits.Orders(100, Duration.ofHours(1), 100, Duration.ofSeconds(10), 1_000));
    Limits limits = Limits.DEFAULTS;
    var rhythm = EngineSettings.Rhythm.DEFAULTS;
    return new EngineSettings(
        new EngineSettings.Account("simulation", 1, EngineSettings.Account.PAPER_CASH),
        Map.of(
            VenueId.KALSHI,
            new Capabilities(false, true, Duration.ZERO, Duration.ofMillis(400)),
            VenueId.POLYMARKET,
            new Capabilities(true, false, Duration.ofSeconds(180), Duration.ofSeconds(2))),
        Map.of(),
        new EngineSettings.Rules(
            new Limits(
                limits.data(), limits.quality(), limits.capital(), limits.timing(), breakers),
            Fees.STANDARD,
            ExecutionSettings.DEFAULTS),
        new EngineSettings.Rhythm(
            Duration.ofSeconds(1),
            rhythm.remembered(),
            rhythm.doubts(),
            rhythm.reads(),
            rhythm.announcing()));
  }
}
