package pairdesk.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.Blackhole;
import pairdesk.bot.rehearsal.MadeMarkets;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.loop.Detection;
import pairdesk.engine.loop.Engine;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.loop.EngineSettings;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.strategy.crossvenue.CrossVenueSettings;
import pairdesk.engine.strategy.crossvenue.CrossVenueStrategy;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.Capabilities;

/**
 * An engine in MONITOR with a thousand approved pairs and two reconciled accounts, beside their
 * decimal twins. Its time stands still, so that nothing else falls due.
 */
final class MadeEngine {
  private static final Map<VenueId, Capabilities> VENUES =
      Map.of(
          VenueId.KALSHI,
          new Capabilities(false, true, Duration.ZERO, Duration.ofMillis(400)),
          VenueId.POLYMARKET,
          new Capabilities(true, false, Duration.ofSeconds(180), Duration.ofSeconds(2)));

  private final Watched watched;
  private final Engine engine;
  private long ids;

  MadeEngine(boolean gap) {
    this.watched = new Watched(gap);
    var markets = new ArrayList<Market>();
    watched
        .pairs()
        .all()
        .forEach(pair -> {
          markets.add(pair.kalshi());
          markets.add(pair.polymarket());
        });
    this.engine = new Engine(settings(), detection(), recovered(), markets, MadeMarkets.NOW);
    engine.start(MadeMarkets.NOW);
    engine.on(List.of(account(VenueId.KALSHI), account(VenueId.POLYMARKET)), MadeMarkets.NOW);
    tellBooks();
    check(gap);
  }

  /** To be run by a loop. */
  Engine engine() {
    return engine;
  }

  /** What its pairs look at. */
  Watched watched() {
    return watched;
  }

  void batches(Blackhole reader) {
    for (Watched.Update update : watched.round()) {
      reader.consume(engine.on(update.batch(), MadeMarkets.NOW));
    }
  }

  void decimals(Blackhole reader) {
    watched.round();
    for (DecimalPair pair : watched.decimals()) {
      pair.change(watched.isChanged());
      reader.consume(pair.look());
    }
  }

  private void tellBooks() {
    var batch = new ArrayList<EngineEvent>();
    for (MadePairs.Made pair : watched.pairs().all()) {
      batch.add(new EngineEvent.BookChanged(pair.yesBook(false)));
      batch.add(new EngineEvent.BookChanged(pair.yesBook(false).mirrored()));
      batch.add(new EngineEvent.BookChanged(pair.noBook()));
      batch.add(new EngineEvent.BookChanged(pair.noBook().mirrored()));
    }
    engine.on(batch, MadeMarkets.NOW);
  }

  private void check(boolean gap) {
    EngineView view = engine.view(MadeMarkets.NOW);
    boolean reconciled =
        view.desk().venues().values().stream().allMatch(venue -> venue.reconciled().clean());
    if (!reconciled || view.trading().opportunities().isEmpty() == gap) {
      throw new IllegalStateException("the engine is not as it was made: " + view.trading());
    }
  }

  private Detection detection() {
    return new Detection(
        List.of(new CrossVenueStrategy(CrossVenueSettings.DEFAULTS, Fees.STANDARD)),
        () -> "id%022d".formatted(++ids));
  }

  private static EngineSettings settings() {
    return new EngineSettings(
        new EngineSettings.Account("made", 1, EngineSettings.Account.PAPER_CASH),
        VENUES,
        Map.of(),
        EngineSettings.Rules.DEFAULTS,
        EngineSettings.Rhythm.DEFAULTS);
  }

  private Recovered recovered() {
    Recovered nothing = Recovered.NOTHING;
    return new Recovered(
        nothing.controls(),
        watched.pairs().all().stream().map(MadePairs.Made::pair).toList(),
        nothing.openExecutions(),
        nothing.orders(),
        nothing.fills(),
        nothing.payouts(),
        nothing.money(),
        nothing.breakers());
  }

  private static EngineEvent account(VenueId venue) {
    return new EngineEvent.AccountReported(
        new AccountSnapshot(
            venue,
            MadeMarkets.NOW,
            List.of(new AccountSnapshot.Cash(0, Usd.ofDollars(50_000), 1)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            EnumSet.allOf(AccountSnapshot.Part.class)));
  }
}
