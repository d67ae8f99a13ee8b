package pairdesk.bot.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
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
import pairdesk.bot.console.Matches;
import pairdesk.bot.notify.Notices;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.loop.Detection;
import pairdesk.engine.loop.Engine;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.loop.EngineLoop;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.strategy.crossvenue.CrossVenueSettings;
import pairdesk.engine.strategy.crossvenue.CrossVenueStrategy;
import pairdesk.engine.venue.Redeemer;
import pairdesk.persistence.Audit;
import pairdesk.persistence.Database;
import pairdesk.persistence.LeaseKeeper;
import pairdesk.persistence.Markets;
import pairdesk.persistence.Pairs;
import pairdesk.persistence.PostgresIntents;
import pairdesk.persistence.PostgresJournal;
import pairdesk.persistence.PostgresRedemptions;
import pairdesk.venues.net.NetworkTime;

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
  private final List<VenueLink> venues;
  private final SystemTimers timers;
  private final PostgresJournal journal;
  private final JournalWatch journalWatch;
  private final MatchDesk matches;
  private final Catalogs catalogs;
  private final PairWatch watch;
  private final PaperVenues paper;
  private final Gateways gateways;
  private final OrderTasks orders;
  private final RedeemTasks redeem;
  private final NetworkTime time;
  private final AccountReads accounts;
  private final EngineLoop loop;
  private final Watchdog watchdog;
  private final String durabilityProblem;
  private final String byHand;

  /** What it stands on. */
  record Base(Database database, LeaseKeeper lease, InstantSource clock, RandomGenerator random) {}

  Trading(Settings settings, Base base, Recovered recovered, Consumer<Throwable> died) {
    this.clock = base.clock();
    this.durabilityProblem = base.database().durabilityProblem();
    this.byHand = settings.redemption().byHand();
    this.venues = Venues.open(settings, clock, base.random());
    this.timers = new SystemTimers(clock);
    this.journal =
        new PostgresJournal(
            base.database(), base.lease().taken(), clock, PostgresJournal.Room.DEFAULTS);
    this.journalWatch = new JournalWatch(journal::takeState, inbox, notices, clock);
    this.matches = new MatchDesk(this::market);
    Set<MarketId> wanted = wanted(recovered);
    this.watch =
        new PairWatch(
            new PairWatch.Parts(
                new Pairs(base.database(), new Audit(base.database())),
                matches,
                inbox,
                notices,
                clock),
            wanted);
    this.catalogs =
        new Catalogs(
            venues.stream().map(VenueLink::catalog).toList(),
            new Markets(base.database()),
            watch,
            clock);
    this.paper =
        new PaperVenues(
            venues.stream().map(VenueLink::id).toList(),
            settings.trading().paper(),
            recovered.paper().fills(),
            new PaperVenues.World(this::market, clock, inbox));
    this.gateways = new Gateways(byVenue(VenueLink::orders), paper.exchanges());
    this.orders =
        new OrderTasks(
            new OrderTasks.Parts(
                gateways,
                new PostgresIntents(base.database(), base.lease()::held),
                this::market,
                () -> base.lease().held() != null,
                clock),
            inbox);
    this.redeem =
        new RedeemTasks(
            new RedeemTasks.Parts(
                redeemers(),
                new PostgresRedemptions(base.database(), base.lease()::held),
                clock,
                byHand),
            inbox);
    this.time =
        new NetworkTime(
            settings.service().timeServer().map(NetworkTime.Server::of).orElse(null), clock);
    this.accounts = new AccountReads(byVenue(VenueLink::account), inbox, time::worse, clock);
    this.loop = engine(settings, base, recovered, died);
    this.watchdog =
        new Watchdog(loop::busySince, notices, clock, settings.trading().waits().engineStall());
    inbox.connect(loop::report);
  }

  private EngineLoop engine(
      Settings settings, Base base, Recovered recovered, Consumer<Throwable> died) {
    var strategy =
        new CrossVenueStrategy(
            new CrossVenueSettings(
                settings.trading().minEdge(),
                CrossVenueSettings.DEFAULTS.slippageBuffer(),
                CrossVenueSettings.DEFAULTS.maxBookAge(),
                CrossVenueSettings.DEFAULTS.maxShares()),
            Fees.STANDARD);
    List<Market> known = catalogs.known(wanted(recovered));
    var engine =
        new Engine(
            EngineSettingsFrom.of(settings, venues),
            new Detection(List.of(strategy), new TimeOrderedIds(clock, base.random())),
            recovered,
            known,
            clock.instant());
    var effects =
        new EffectDispatch(
            new EffectDispatch.Parts(
                orders,
                accounts,
                redeem::redeem,
                byVenue(VenueLink::feed),
                this::market,
                journal,
                notices,
                timers),
            inbox);
    EngineLoop.Settings usual = EngineLoop.Settings.DEFAULTS;
    return new EngineLoop(
        engine,
        effects,
        clock,
        new EngineLoop.Settings(
            usual.facts(),
            usual.tolerable(),
            usual.viewEvery(),
            settings.trading().waits().engineStall()),
        (thread, cause) -> died.accept(cause));
  }

  private static Set<MarketId> wanted(Recovered recovered) {
    var wanted = new HashSet<>(recovered.marketsInUse());
    recovered.fills().forEach(fill -> wanted.add(fill.instrument().market()));
    recovered.pairs().forEach(pair -> wanted.addAll(List.of(pair.left(), pair.right())));
    return wanted;
  }

  private <T> Map<VenueId, T> byVenue(Function<VenueLink, T> part) {
    return venues.stream().collect(Collectors.toMap(VenueLink::id, part));
  }

  private Map<VenueId, Redeemer> redeemers() {
    var redeemers = new HashMap<VenueId, Redeemer>();
    for (VenueLink venue : venues) {
      Redeemer redeemer = venue.redeemer();
      if (redeemer != null) {
        redeemers.put(venue.id(), redeemer);
      }
    }
    return redeemers;
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
    loop.start();
    watchdog.start();
    var listener = new VenueListener(inbox, catalogs::note, metrics::linkChanged, paper);
    for (VenueLink venue : venues) {
      venue.accountFeed().start(listener);
      venue.feed().start(listener);
    }
    catalogs.start(catalogueRefresh);
    everySecond();
  }

  private void everySecond() {
    journalWatch.look();
    gateways.follow(loop.view().desk().controls().mode());
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

  Matches matches() {
    return matches;
  }

  Optional<Market> market(MarketId id) {
    return catalogs.market(id);
  }

  /** The engine hears of the markets of this pair from now on. */
  void want(Pair pair) {
    watch.want(List.of(market(pair.left()), market(pair.right())), pair);
  }

  /** What of this installation stands against LIVE, one sentence each. */
  List<String> objectionsToLive() {
    var objections = new ArrayList<>(accounts.refusals());
    if (!durabilityProblem.isEmpty()) {
      objections.add("The database may lose committed rows: " + durabilityProblem);
    }
    return objections;
  }

  /** No new risk from now on; waits until nothing is open, at most so long. */
  boolean settle(Duration limit) {
    orders.refuseEntries();
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
    catalogs.close();
    watchdog.close();
    time.close();
    timers.close();
    venues.forEach(venue -> venue.closes().run());
    loop.close();
    accounts.close();
    redeem.close();
    orders.close();
    matches.close();
    journal.close(JOURNAL_LIMIT);
    metrics.close();
  }
}
