package pairdesk.bot.sim;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import pairdesk.engine.execution.ExecutionSettings;
import pairdesk.engine.loop.EngineSettings;
import pairdesk.engine.market.Tactic;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.opportunity.MakerRules;
import pairdesk.engine.risk.BreakerLimits;
import pairdesk.engine.risk.Cap;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.strategy.crossvenue.CrossVenueStrategy;
import pairdesk.engine.strategy.crossvenue.RestingStrategy;
import pairdesk.engine.venue.Capabilities;

/**
 * The desk's settings of a run: the product's defaults, except that small and frequent trades are
 * allowed, holding is short, and in most seeds the breakers that would end the run are wide open
 * and the pairs need no trial.
 */
final class SimSettings {
  private static final Usd LEAST_LIQUIDITY = Usd.ofDollars(1);
  private static final Usd PLENTY = Usd.ofDollars(1_000_000);
  private static final Duration HOLD = Duration.ofSeconds(45);

  private SimSettings() {}

  static EngineSettings draw(
      Profile profile, Basket basket, Collection<House> houses, Chance chance) {
    Map<VenueId, Capabilities> venues = new HashMap<>();
    houses.forEach(house -> venues.put(house.id(), house.capabilities()));
    boolean open = !chance.in(300);
    boolean sequential = chance.in(200);
    EngineSettings.Rhythm usual = EngineSettings.Rhythm.DEFAULTS;
    return new EngineSettings(
        new EngineSettings.Account("simulation", 1, EngineSettings.Account.PAPER_CASH),
        venues,
        Map.of(),
        new EngineSettings.Rules(
            limits(open, chance), Fees.STANDARD, execution(sequential, basket)),
        new EngineSettings.Rhythm(
            chance.spread(Duration.ofSeconds(1), Duration.ofSeconds(30)),
            usual.remembered(),
            usual.doubts(),
            usual.reads(),
            usual.announcing()));
  }

  private static Limits limits(boolean open, Chance chance) {
    Limits usual = Limits.DEFAULTS;
    Quantity least = Quantity.ofShares(chance.between(5, 50));
    return new Limits(
        new Limits.Data(LEAST_LIQUIDITY, usual.data().missingLiquidity(), usual.data().tooGood()),
        usual
            .quality()
            .withFloors(
                Map.of(
                    CrossVenueStrategy.NAME, new Limits.Floor(Ratio.ofPercent(1), least),
                    BasketTaking.NAME, new Limits.Floor(Ratio.ofPercent(1), least),
                    RestingStrategy.NAME, new Limits.Floor(MakerRules.DEFAULTS.minEdge(), least))),
        open ? usual.capital().withFirstTrade(PLENTY) : usual.capital(),
        usual.timing(),
        open ? wideOpen() : usual.breakers());
  }

  private static BreakerLimits wideOpen() {
    BreakerLimits usual = BreakerLimits.DEFAULTS;
    BreakerLimits.Latency latency = usual.lag().latency();
    return new BreakerLimits(
        new BreakerLimits.Failures(100_000, Duration.ofSeconds(1)),
        new BreakerLimits.Losses(new Cap(PLENTY, Ratio.ONE), Ratio.ONE),
        usual
            .lag()
            .withLatency(new BreakerLimits.Latency(latency.p95(), latency.window(), 1_000, 1_000)),
        new BreakerLimits.Orders(100, Duration.ofHours(1), 100, Duration.ofSeconds(10), 1_000));
  }

  private static ExecutionSettings execution(boolean sequential, Basket basket) {
    ExecutionSettings usual = ExecutionSettings.DEFAULTS;
    ExecutionSettings.Patience patience = usual.patience();
    return new ExecutionSettings(
        Map.of(
            CrossVenueStrategy.NAME,
            sequential ? Tactic.SEQUENTIAL : Tactic.TAKER_TAKER,
            RestingStrategy.NAME,
            Tactic.MAKER_TAKER,
            BasketTaking.NAME,
            basket.inTurn() ? Tactic.SEQUENTIAL : Tactic.TAKER_TAKER),
        usual.policy(),
        usual.prices(),
        new ExecutionSettings.Patience(
            patience.progress(),
            patience.order(),
            HOLD,
            patience.unwind(),
            patience.exposed(),
            patience.alarm(),
            patience.cancel(),
            patience.stuck()),
        usual.retries(),
        usual.resting());
  }
}
