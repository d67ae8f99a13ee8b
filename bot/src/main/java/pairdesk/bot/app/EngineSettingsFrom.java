package pairdesk.bot.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import pairdesk.engine.execution.ExecutionSettings;
import pairdesk.engine.loop.EngineSettings;
import pairdesk.engine.market.Tactic;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.opportunity.MakerRules;
import pairdesk.engine.risk.BreakerLimits;
import pairdesk.engine.risk.Cap;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.strategy.crossvenue.CrossVenueStrategy;
import pairdesk.engine.strategy.crossvenue.RestingStrategy;
import pairdesk.engine.venue.Capabilities;
import pairdesk.persistence.LimitStore;

/** The engine's settings from the environment's: what is not set there keeps its default. */
final class EngineSettingsFrom {
  private EngineSettingsFrom() {}

  /**
   * @param changes what people have changed beside these limits
   */
  static EngineSettings of(
      Settings settings,
      List<VenueLink> venues,
      Function<Limits, List<LimitStore.Turned>> changes) {
    Map<VenueId, Capabilities> capabilities = new HashMap<>();
    venues.forEach(venue -> capabilities.put(venue.id(), venue.orders().capabilities()));
    Settings.Trading trading = settings.trading();
    Limits limits = limits(trading);
    EngineSettings.Rhythm usual = EngineSettings.Rhythm.DEFAULTS;
    return new EngineSettings(
        new EngineSettings.Account(
            settings.storage().account(), version(trading), trading.paper().cash()),
        capabilities,
        Map.of(),
        new EngineSettings.Rules(
            limits,
            changes.apply(limits).stream()
                .collect(Collectors.toMap(LimitStore.Turned::dial, LimitStore.Turned::value)),
            Fees.STANDARD,
            execution(trading)),
        new EngineSettings.Rhythm(
            trading.waits().cooldown(),
            usual.remembered(),
            usual.doubts(),
            usual.reads(),
            usual.announcing()));
  }

  static Limits limits(Settings.Trading trading) {
    Limits.Capital capital = Limits.Capital.DEFAULTS;
    Limits.Committed committed = capital.committed();
    BreakerLimits breakers = BreakerLimits.DEFAULTS;
    return new Limits(
        Limits.Data.DEFAULTS,
        Limits.Quality.DEFAULTS
            .withMaxSlippage(trading.slippage())
            .withFloors(
                Map.of(
                    CrossVenueStrategy.NAME,
                    new Limits.Floor(trading.minEdge(), trading.minShares()),
                    RestingStrategy.NAME,
                    new Limits.Floor(trading.buying().minRestingEdge(), trading.minShares()))),
        new Limits.Capital(
            capital.open(),
            new Cap(trading.maxTrade(), Ratio.ofPercent(30)),
            capital.firstTrade(),
            new Limits.Committed(
                trading.maxMarket(), committed.event(), committed.total(), committed.strike()),
            capital.reportAge()),
        new Limits.Timing(
            Limits.Timing.DEFAULTS.freeze(),
            Limits.Timing.DEFAULTS.hedgeDeadline(),
            trading.waits().confirmation()),
        new BreakerLimits(
            breakers.failures(),
            new BreakerLimits.Losses(
                new Cap(trading.maxDayLoss(), Ratio.ofPercent(5)), breakers.losses().drawdown()),
            breakers.lag(),
            breakers.orders()));
  }

  private static ExecutionSettings execution(Settings.Trading trading) {
    ExecutionSettings usual = ExecutionSettings.DEFAULTS;
    ExecutionSettings.Patience patience = usual.patience();
    return new ExecutionSettings(
        tactics(trading.buying().tactic()),
        usual.policy(),
        usual.prices(),
        new ExecutionSettings.Patience(
            patience.progress(),
            trading.waits().orderTimeout(),
            patience.hold(),
            patience.unwind(),
            patience.exposed(),
            patience.alarm(),
            patience.cancel(),
            patience.stuck()),
        usual.retries(),
        resting(trading.buying()));
  }

  private static Map<String, Tactic> tactics(Tactic tactic) {
    Tactic taking = tactic == Tactic.SEQUENTIAL ? tactic : Tactic.TAKER_TAKER;
    return Map.of(CrossVenueStrategy.NAME, taking, RestingStrategy.NAME, Tactic.MAKER_TAKER);
  }

  /** As the strategy that finds such bids looks at them. */
  static MakerRules rules(Settings.Buying buying) {
    MakerRules usual = MakerRules.DEFAULTS;
    return new MakerRules(buying.minRestingEdge(), usual.slippage(), usual.depth());
  }

  private static ExecutionSettings.Resting resting(Settings.Buying buying) {
    ExecutionSettings.Resting usual = ExecutionSettings.Resting.DEFAULTS;
    return new ExecutionSettings.Resting(
        rules(buying),
        usual.hedgeAbovePlan(),
        usual.collect(),
        usual.between(),
        usual.spacing(),
        usual.expiry(),
        usual.beforeFreeze());
  }

  /** Changes when a setting does: the same settings have the same version in every process. */
  private static long version(Settings.Trading trading) {
    return Integer.toUnsignedLong(trading.toString().hashCode());
  }
}
