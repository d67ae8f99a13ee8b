package pairdesk.bot.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pairdesk.engine.execution.ExecutionSettings;
import pairdesk.engine.loop.EngineSettings;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.risk.BreakerLimits;
import pairdesk.engine.risk.Cap;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.venue.Capabilities;

/** The engine's settings from the environment's: what is not set there keeps its default. */
final class EngineSettingsFrom {
  private EngineSettingsFrom() {}

  static EngineSettings of(Settings settings, List<VenueLink> venues) {
    Map<VenueId, Capabilities> capabilities = new HashMap<>();
    venues.forEach(venue -> capabilities.put(venue.id(), venue.orders().capabilities()));
    Settings.Trading trading = settings.trading();
    EngineSettings.Rhythm usual = EngineSettings.Rhythm.DEFAULTS;
    return new EngineSettings(
        new EngineSettings.Account(
            settings.storage().account(), version(trading), trading.paper().cash()),
        capabilities,
        Map.of(),
        new EngineSettings.Rules(limits(trading), Fees.STANDARD, execution(trading)),
        new EngineSettings.Rhythm(
            trading.waits().cooldown(),
            usual.remembered(),
            usual.doubts(),
            usual.reads(),
            usual.announcing()));
  }

  private static Limits limits(Settings.Trading trading) {
    Limits.Capital capital = Limits.Capital.DEFAULTS;
    Limits.Committed committed = capital.committed();
    BreakerLimits breakers = BreakerLimits.DEFAULTS;
    return new Limits(
        Limits.Data.DEFAULTS,
        new Limits.Quality(
            Limits.Quality.DEFAULTS.maxBookAge(),
            trading.slippage(),
            Map.of("cross-venue", new Limits.Floor(trading.minEdge(), trading.minShares())),
            Limits.Quality.DEFAULTS.otherwise()),
        new Limits.Capital(
            capital.open(),
            new Cap(trading.maxTrade(), Ratio.ofPercent(30)),
            new Limits.Committed(
                trading.maxMarket(), committed.event(), committed.total(), committed.strike()),
            capital.reportAge()),
        Limits.Timing.DEFAULTS,
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
        usual.sequential(),
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
        usual.retries());
  }

  /** Changes when a setting does: the same settings have the same version in every process. */
  private static long version(Settings.Trading trading) {
    return Integer.toUnsignedLong(trading.toString().hashCode());
  }
}
