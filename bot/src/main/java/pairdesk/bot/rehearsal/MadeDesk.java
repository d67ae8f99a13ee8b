package pairdesk.bot.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.loop.Detection;
import pairdesk.engine.loop.Engine;
import pairdesk.engine.loop.EngineSettings;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.risk.BreakerLimits;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.strategy.Strategy;
import pairdesk.engine.venue.Capabilities;

/**
 * A desk in LIVE with approved pairs and two reconciled accounts. Pairs need no rest between two
 * trades, and neither trades that miss nor many of them stop it; all other limits are the usual
 * ones.
 */
final class MadeDesk {
  private static final int NEVER = 1_000_000;

  /** So that all have the length of real ones. */
  private static final long FIRST_ID = 1_000_000_000_000_000_000L;

  private final List<Market> kalshi;
  private final List<Market> polymarket;
  private final Map<MarketId, Market> markets = new HashMap<>();
  private long ids = FIRST_ID;

  MadeDesk(int pairs) {
    this.kalshi = IntStream.range(0, pairs).mapToObj(MadeMarkets::kalshi).toList();
    this.polymarket = IntStream.range(0, pairs).mapToObj(MadeMarkets::polymarket).toList();
    kalshi.forEach(market -> markets.put(market.id(), market));
    polymarket.forEach(market -> markets.put(market.id(), market));
  }

  int pairs() {
    return kalshi.size();
  }

  Market kalshi(int pair) {
    return kalshi.get(pair);
  }

  Market polymarket(int pair) {
    return polymarket.get(pair);
  }

  Optional<Market> market(MarketId id) {
    return Optional.ofNullable(markets.get(id));
  }

  Engine engine(List<Strategy> strategies, Instant now) {
    Recovered nothing = Recovered.NOTHING;
    var recovered =
        new Recovered(
            new Controls(Mode.LIVE, false, ""),
            IntStream.range(0, pairs()).mapToObj(MadeMarkets::pair).toList(),
            nothing.openExecutions(),
            nothing.orders(),
            nothing.fills(),
            nothing.payouts(),
            nothing.money(),
            nothing.breakers());
    var detection = new Detection(strategies, () -> "made0" + ++ids);
    return new Engine(settings(), detection, recovered, new ArrayList<>(markets.values()), now);
  }

  private static EngineSettings settings() {
    EngineSettings.Rhythm usual = EngineSettings.Rhythm.DEFAULTS;
    EngineSettings.Rules rules = EngineSettings.Rules.DEFAULTS;
    return new EngineSettings(
        new EngineSettings.Account("made", 1, EngineSettings.Account.PAPER_CASH),
        Map.of(
            VenueId.KALSHI,
            new Capabilities(false, true, Duration.ZERO, Duration.ofMillis(400)),
            VenueId.POLYMARKET,
            new Capabilities(true, false, Duration.ofSeconds(180), Duration.ofSeconds(2))),
        Map.of(),
        new EngineSettings.Rules(limits(rules.limits()), rules.fees(), rules.execution()),
        new EngineSettings.Rhythm(
            Duration.ofNanos(1),
            usual.remembered(),
            usual.doubts(),
            usual.reads(),
            usual.announcing()));
  }

  private static Limits limits(Limits usual) {
    BreakerLimits breakers = usual.breakers();
    BreakerLimits.Orders orders = breakers.orders();
    var tireless =
        new BreakerLimits(
            new BreakerLimits.Failures(NEVER, breakers.failures().pause()),
            breakers.losses(),
            breakers.lag(),
            new BreakerLimits.Orders(
                orders.unknownAtOneVenue(),
                orders.unknownFor(),
                orders.overPlan(),
                orders.burst(),
                NEVER));
    return new Limits(usual.data(), usual.quality(), usual.capital(), usual.timing(), tireless);
  }
}
