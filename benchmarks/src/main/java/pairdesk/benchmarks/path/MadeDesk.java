package pairdesk.benchmarks.path;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import pairdesk.benchmarks.MadeMarkets;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.loop.Detection;
import pairdesk.engine.loop.Engine;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.loop.EngineSettings;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.risk.BreakerLimits;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.strategy.crossvenue.CrossVenueSettings;
import pairdesk.engine.strategy.crossvenue.CrossVenueStrategy;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.Capabilities;

/**
 * A desk in LIVE with approved pairs and two reconciled accounts. Pairs need no rest between two
 * trades, and neither trades that miss nor many of them stop it; all other limits are the usual
 * ones.
 */
final class MadeDesk {
  private static final int NEVER = 1_000_000;

  private final List<Market> kalshi;
  private final List<Market> polymarket;
  private final Map<MarketId, Market> markets = new HashMap<>();
  private long ids;

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

  Engine engine(Instant now) {
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
    var detection =
        new Detection(
            List.of(new CrossVenueStrategy(CrossVenueSettings.DEFAULTS, Fees.STANDARD)),
            () -> "id%022d".formatted(++ids));
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

  /** Money at the venue, and nothing else. */
  static EngineEvent account(VenueId venue, Instant now) {
    return new EngineEvent.AccountReported(
        new AccountSnapshot(
            venue,
            now,
            List.of(new AccountSnapshot.Cash(0, Usd.ofDollars(50_000), 1)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            EnumSet.allOf(AccountSnapshot.Part.class)));
  }
}
