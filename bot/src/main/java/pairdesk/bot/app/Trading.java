package pairdesk.bot.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.bot.notify.Notices;
import pairdesk.engine.book.Book;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.loop.Detection;
import pairdesk.engine.loop.Engine;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.loop.EngineLoop;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Tactic;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.strategy.Strategy;
import pairdesk.engine.strategy.crossvenue.CrossVenueSettings;
import pairdesk.engine.strategy.crossvenue.CrossVenueStrategy;
import pairdesk.engine.strategy.crossvenue.RestingSettings;
import pairdesk.engine.strategy.crossvenue.RestingStrategy;
import pairdesk.persistence.Audit;
import pairdesk.persistence.ControlStore;
import pairdesk.persistence.Database;
import pairdesk.persistence.LeaseKeeper;
import pairdesk.persistence.LimitStore;
import pairdesk.persistence.PostgresJournal;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.NetworkTime;
import pairdesk.venues.net.VenueException;

/** The engine with everything that feeds it and carries out what it asks. */
final class Trading implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Trading.class);
  private static final Duration JOURNAL_LIMIT = Duration.ofSeconds(10);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final long SETTLE_STEP_MILLIS = 50;

  private final InstantSource clock;
  private final LateInbox inbox = new LateInbox();
  private final LateNotices notices = new LateNotices();
  private final Metrics metrics = new Metrics();
  private final TickWatch ticks;
  private final OrderWatch orderWatch;
  private final List<VenueLink> venues;
  private final SystemTimers timers;
  private final PostgresJournal journal;
  private final JournalWatch journalWatch;
  private final Listings listings;
  private final Dealing dealing;
  private final NetworkTime time;
  private final AccountReads accounts;
  private final EngineLoop loop;
  private final Watchdog watchdog;
  private final HaltWatch haltWatch;
  private final String durabilityProblem;
  private final String byHand;
  private final Rehearsing rehearsing;

  /** What it stands on. */
  record Base(
      Database database,
      LeaseKeeper lease,
      InstantSource clock,
      RandomGenerator random,
      Rehearsing rehearsing) {}

  Trading(Settings settings, Base base, Recovered recovered, Consumer<Throwable> died) {
    this.clock = base.clock();
    this.ticks = new TickWatch(metrics, clock);
    this.orderWatch = new OrderWatch(metrics, clock);
    this.durabilityProblem = base.database().durabilityProblem();
    this.rehearsing = base.rehearsing();
    this.byHand = settings.redemption().byHand();
    this.venues = Venues.open(settings, clock, base.random());
    this.timers = new SystemTimers(clock);
    this.journal =
        new PostgresJournal(
            base.database(), base.lease().taken(), clock, PostgresJournal.Room.DEFAULTS);
    this.journalWatch = new JournalWatch(journal::takeState, inbox, notices, clock);
    this.listings =
        new Listings(
            venues,
            base.database(),
            wanted(recovered),
            new Listings.Told(this::listed, inbox, notices),
            new Listings.Reading(settings.matching(), new Chance(clock, base.random())));
    this.dealing =
        new Dealing(
            settings,
            venues,
            base,
            recovered.paper(),
            new Dealing.World(listings::market, clock, inbox, orderWatch, metrics.counts()));
    this.time =
        new NetworkTime(
            settings.service().timeServer().map(NetworkTime.Server::of).orElse(null), clock);
    this.accounts = new AccountReads(byVenue(VenueLink::account), inbox, time::worse, clock);
    List<Market> known = listings.known(wanted(recovered));
    this.loop = engine(settings, base, recovered, known, died);
    this.watchdog =
        new Watchdog(
            loop::busySince,
            notices,
            clock,
            settings.trading().waits().engineStall(),
            new ThreadsFile(settings.storage().folder(), clock)::write);
    this.haltWatch =
        new HaltWatch(
            new ControlStore(base.database(), new Audit(base.database()))::kept,
            () -> loop.view().desk().controls().halted(),
            inbox);
    inbox.connect(loop::report);
    known.forEach(dealing.paper()::marketChanged); // one may have had its answer meanwhile
  }

  /** A bid that may rest goes before taking both, for pairs that are bought so. */
  static List<Strategy> strategies(Settings.Trading trading) {
    CrossVenueSettings usual = CrossVenueSettings.DEFAULTS;
    var taking =
        new CrossVenueStrategy(
            new CrossVenueSettings(
                trading.minEdge(), usual.slippageBuffer(), usual.maxBookAge(), usual.maxShares()),
            Fees.STANDARD);
    var resting =
        new RestingStrategy(
            new RestingSettings(
                trading.buying().restsOn(),
                EngineSettingsFrom.rules(trading.buying()),
                usual.maxBookAge(),
                usual.maxShares(),
                trading.buying().tactic() == Tactic.MAKER_TAKER),
            Fees.STANDARD);
    return List.of(resting, taking);
  }

  /** Names of the strategies that run with these settings. */
  static List<String> strategyNames(Settings.Trading trading) {
    return strategies(trading).stream().map(Strategy::name).toList();
  }

  private EngineLoop engine(
      Settings settings,
      Base base,
      Recovered recovered,
      List<Market> known,
      Consumer<Throwable> died) {
    var engine =
        new Engine(
            EngineSettingsFrom.of(
                settings,
                venues,
                new LimitStore(base.database(), new Audit(base.database()))::standing),
            new Detection(strategies(settings.trading()), new TimeOrderedIds(clock, base.random())),
            recovered,
            known,
            clock.instant());
    var effects =
        new EffectDispatch(
            new EffectDispatch.Parts(
                dealing.orders(),
                accounts,
                dealing.redeem()::redeem,
                byVenue(VenueLink::feed),
                listings::market,
                journal,
                notices,
                timers),
            inbox);
    EngineLoop.Settings usual = EngineLoop.Settings.DEFAULTS;
    return new EngineLoop(
        engine,
        new MeasuredEffects(effects, ticks, orderWatch, metrics.counts()),
        clock,
        new EngineLoop.Settings(
            usual.facts(),
            usual.tolerable(),
            usual.viewEvery(),
            settings.trading().waits().engineStall()),
        (thread, cause) -> died.accept(cause));
  }

  /** News of a market in use that a catalogue brings. */
  private void listed(Market market) {
    dealing.paper().marketChanged(market);
    inbox.accept(new EngineEvent.MarketListed(market));
  }

  private static Set<MarketId> wanted(Recovered recovered) {
    var wanted = new HashSet<>(recovered.marketsInUse());
    recovered.pairs().forEach(pair -> wanted.addAll(List.of(pair.left(), pair.right())));
    return wanted;
  }

  private <T> Map<VenueId, T> byVenue(Function<VenueLink, T> part) {
    return venues.stream().collect(Collectors.toMap(VenueLink::id, part));
  }

  /** Connects the venues and lets the engine run. */
  void start(Notices real, Duration catalogueRefresh) {
    if (!byHand.isEmpty()) {
      LOG.atWarn()
          .addKeyValue("why", byHand)
          .log("winnings on Polymarket are to be redeemed by hand at its website");
    }
    notices.connect(real);
    metrics.watch(loop::view, venues.stream().map(VenueLink::id).toList(), clock);
    time.start();
    var listener =
        new VenueListener(
            inbox, listings::note, metrics::linkChanged, ticks::booked, dealing.paper());
    for (VenueLink venue : venues) {
      venue.accountFeed().start(listener);
      venue.feed().start(listener);
    }
    loop.start(); // its first batch asks the feeds for the books of approved pairs
    watchdog.start();
    haltWatch.start();
    listings.start(catalogueRefresh);
    everySecond();
  }

  private void everySecond() {
    journalWatch.look();
    dealing.follow(loop.view().desk().controls().mode());
    timers.at(clock.instant().plus(SECOND), this::everySecond);
  }

  /** How long the engine hangs already; empty while it does not. */
  Optional<Duration> stalled() {
    return watchdog.stalled();
  }

  EngineView view() {
    return loop.view();
  }

  Consumer<EngineEvent> inbox() {
    return inbox;
  }

  Metrics metrics() {
    return metrics;
  }

  Listings listings() {
    return listings;
  }

  /** Books of these as their venues have them now; none of a venue that does not answer. */
  List<Book> books(Collection<Market> markets) {
    Map<VenueId, List<Market>> wanted =
        markets.stream().collect(Collectors.groupingBy(market -> market.id().venue()));
    return venues.stream()
        .filter(venue -> wanted.containsKey(venue.id()))
        .flatMap(venue -> books(venue, wanted.getOrDefault(venue.id(), List.of())).stream())
        .toList();
  }

  private static List<Book> books(VenueLink venue, List<Market> markets) {
    try {
      return venue.books().apply(markets);
    } catch (VenueException e) { // a person is told that there is no book
      LOG.atInfo()
          .addKeyValue("venue", venue.id())
          .addKeyValue("cause", e.getMessage())
          .log("books are not read");
      return List.of();
    }
  }

  /** What of this installation stands against LIVE, one sentence each. */
  List<String> objectionsToLive() {
    var objections = new ArrayList<>(accounts.refusals());
    if (!durabilityProblem.isEmpty()) {
      objections.add("The database may lose committed rows: " + durabilityProblem);
    }
    if (isRehearsing()) {
      objections.add("The desk still rehearses its first orders; that takes seconds.");
    }
    return objections;
  }

  /** Whether made orders are being practised. */
  boolean isRehearsing() {
    return rehearsing.isUnderWay();
  }

  /** No new risk from now on; waits until nothing is open, at most so long. */
  boolean settle(Duration limit) {
    dealing.orders().refuseEntries();
    loop.report(new EngineEvent.Stopping());
    Instant deadline = clock.instant().plus(limit);
    while (clock.instant().isBefore(deadline)) {
      EngineView now = loop.view();
      boolean open =
          !now.trading().orders().isEmpty()
              || now.trading().executions().stream().anyMatch(e -> !e.state().isClosed());
      if (!open) {
        return true;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(SETTLE_STEP_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }

  @Override
  public void close() {
    listings.stopReading();
    watchdog.close();
    haltWatch.close();
    time.close();
    timers.close();
    venues.forEach(venue -> venue.closes().run());
    loop.close();
    accounts.close();
    dealing.close();
    listings.close();
    journal.close(JOURNAL_LIMIT);
    metrics.close();
  }
}
