package pairdesk.bot.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.loop.Detection;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.loop.Engine;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.strategy.Strategy;
import pairdesk.engine.strategy.crossvenue.CrossVenueSettings;
import pairdesk.engine.strategy.crossvenue.CrossVenueStrategy;
import pairdesk.engine.strategy.crossvenue.RestingStrategy;

/**
 * One process of the desk: the production engine with its inbox, timers and tasks. Books are
 * conflated, facts come in order, and everything that is only in here is gone when it dies.
 */
final class Desk {
  private static final Duration LAG_REPORT = Duration.ofSeconds(1);

  private final World world;
  private final long epoch;
  private final Engine engine;
  private final Store.Queue journal;
  private final Orders orders;
  private final Accounts accounts;
  private final Redeeming redeeming;
  private final List<EngineEvent> facts = new ArrayList<>();
  private final Map<Instrument, EngineEvent> books = new TreeMap<>();
  private Set<MarketId> watched = Set.of();
  private Instant hangsUntil = Instant.EPOCH;
  private boolean stepping;
  private boolean alive = true;
  private boolean running = true;
  private boolean lagged;

  Desk(World world) {
    this.world = world;
    Tables tables = world.store().tables();
    this.epoch = tables.takeLease();
    this.journal = world.store().queue(this::stored);
    this.orders = new Orders(world, this);
    this.accounts = new Accounts(world, this);
    this.redeeming = new Redeeming(world, this);
    this.engine =
        new Engine(
            world.sabotage().settings(world.settings()),
            new Detection(strategies(world), world::newId),
            world.sabotage().recovered(tables.recovered(now())),
            world.markets().values().stream().map(world.sabotage()::told).toList(),
            now());
  }

  /** As the product has them: a bid that may rest goes before taking both; and baskets. */
  private static List<Strategy> strategies(World world) {
    Fees fees = world.settings().rules().fees();
    return List.of(
        new RestingStrategy(world.plans().resting(), fees),
        new CrossVenueStrategy(CrossVenueSettings.DEFAULTS, fees),
        new BasketTaking(world.scenery().basket(), fees));
  }

  /** The engine's first batch, and what every start tells it. */
  void start() {
    handle(engine.start(now()));
    world.houses().forEach(house -> world.health(house.id()).told());
    watchJournal();
  }

  long epoch() {
    return epoch;
  }

  /** By its own clock, which may be wrong. */
  Instant now() {
    return world.deskClock().instant();
  }

  /** Whether its engine still hears anything. */
  boolean isAlive() {
    return alive;
  }

  /** Whether its tasks still run: those of a process that lost its lease do for a while. */
  boolean isRunning() {
    return running;
  }

  EngineView view() {
    return engine.view(now());
  }

  boolean watches(MarketId market) {
    return watched.contains(market);
  }

  boolean isWritten() {
    return journal.isEmpty();
  }

  void hear(EngineEvent event) {
    if (!alive || diesOf(event)) {
      return;
    }
    for (EngineEvent heard : world.sabotage().heard(event)) {
      switch (heard) {
        case EngineEvent.BookChanged e -> books.put(e.book().instrument(), e);
        case EngineEvent.BookStale e -> books.put(e.instrument(), e);
        default -> facts.add(heard);
      }
    }
    stepSoon();
  }

  private boolean diesOf(EngineEvent heard) {
    return heard instanceof EngineEvent.FillReported && world.dies(this, CrashPoint.FILL_HEARD);
  }

  private void stored(JournalRecord row) {
    if (row instanceof JournalRecord.OrderMoved) {
      world.dies(this, CrashPoint.ORDER_STORED);
    } else if (row instanceof JournalRecord.FillBooked) {
      world.dies(this, CrashPoint.FILL_STORED);
    } else if (row instanceof JournalRecord.ExecutionChanged(var execution)
        && execution.state().isClosed()) {
      world.dies(this, CrashPoint.CLOSING_STORED);
    }
  }

  /** Nothing runs until then: a pause of the machine. */
  void hang(Instant until) {
    hangsUntil = until;
  }

  /** Killed: only the database and what had left remain. */
  void crash() {
    leave();
    running = false;
    orders.crash();
  }

  /** Lost its lease without noticing: its engine is cut off, its tasks are not. */
  void loseTouch(Duration noticedAfter) {
    leave();
    orders.cutOff();
    world
        .time()
        .after(
            noticedAfter,
            "old process ends",
            () -> {
              running = false;
              orders.crash();
            });
  }

  private void leave() {
    alive = false;
    journal.crash();
    facts.clear();
    books.clear();
  }

  private void stepSoon() {
    if (!stepping) {
      stepping = true;
      Instant soon = world.time().instant().plus(world.chance().millis(0, 2));
      world.time().at(soon.isAfter(hangsUntil) ? soon : hangsUntil, "engine", this::step);
    }
  }

  private void step() {
    stepping = false;
    if (!alive) {
      return;
    }
    if (world.time().instant().isBefore(hangsUntil)) {
      stepSoon();
      return;
    }
    var batch = new ArrayList<>(facts);
    batch.addAll(books.values());
    facts.clear();
    books.clear();
    for (EngineEvent event : batch) {
      if (!(event instanceof EngineEvent.BookChanged)) {
        world.trace().note(world.time().instant(), "heard", event);
      }
    }
    handle(engine.on(batch, now()));
  }

  /** Rows first, as the dispatch of the real desk has it; then the rest in the order asked. */
  private void handle(List<Effect> asked) {
    List<Effect> effects = world.sabotage().asked(asked);
    var rows = new ArrayList<JournalRecord>();
    for (Effect effect : effects) {
      world.checks().asked(effect, this);
      if (effect instanceof Effect.Write(JournalRecord row)) {
        rows.add(row);
      }
    }
    if (!rows.isEmpty()) {
      journal.append(rows);
    }
    effects.forEach(this::carryOut);
  }

  private void carryOut(Effect effect) {
    if (!running) {
      return;
    }
    switch (effect) {
      case Effect.Submit e -> orders.submit(e);
      case Effect.Cancel(var mode, var order) when mode == Mode.LIVE -> {
        orders.cancel(order);
        world.takers().cancelling(order);
      }
      case Effect.CancelAll _ -> orders.cancelAll();
      case Effect.LookUp e when e.mode() == Mode.LIVE -> orders.lookUp(e.order(), e.fence());
      case Effect.Write _, Effect.Tell _, Effect.Cancel _, Effect.LookUp _ -> {}
      case Effect.ReadAccount e -> accounts.read(e.venue(), e.fillsSince());
      case Effect.Redeem e -> redeeming.redeem(e.claim());
      case Effect.Watch e -> {
        var wanted = new TreeSet<>(e.markets());
        wanted.addAll(world.scenery().basket().markets()); // nobody but its strategy wants them
        watched = Set.copyOf(wanted);
        world.feed().watch(watched);
      }
      case Effect.ReadBooks e -> world.feed().read(e.markets(), this);
      case Effect.WakeAt e ->
          world
              .time()
              .after(
                  Duration.between(now(), e.due()),
                  "timer",
                  () -> hear(new EngineEvent.TimerFired(e.key(), e.due())));
    }
  }

  private void watchJournal() {
    if (!alive) {
      return;
    }
    Duration lag = journal.lag();
    boolean lags = lag.compareTo(LAG_REPORT) > 0;
    if (lags || lagged) {
      lagged = lags;
      hear(new EngineEvent.JournalLag(lags ? lag : Duration.ZERO));
    }
    world.time().after(LAG_REPORT, "journal watch", this::watchJournal);
  }
}
