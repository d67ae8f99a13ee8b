package pairdesk.bot.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pairdesk.engine.loop.EngineSettings;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.ExchangeSettings;
import pairdesk.sandbox.exchange.SandboxClock;

/** Everything that one seed is made of. */
final class World {
  private final Profile profile;
  private final Sabotage sabotage;
  private final Timeline time;
  private final DeskClock deskClock;
  private final Trace trace = new Trace();
  private final Sometimes sometimes = new Sometimes();
  private final Chance chance;
  private final Plans plans;
  private final Scenery scenery;
  private final Exchange exchange;
  private final List<Flow> flows = new ArrayList<>();
  private final EventFlow event;
  private final Map<VenueId, House> houses = new TreeMap<>();
  private final Map<VenueId, PrivateStream> streams = new TreeMap<>();
  private final Map<VenueId, Health> health = new TreeMap<>();
  private final Map<MarketId, Market> markets = new TreeMap<>();
  private final Truth truth;
  private final Wire wire;
  private final Store store;
  private final Feed feed;
  private final Settlement settlement;
  private final People people;
  private final Mischief mischief;
  private final Takers takers;
  private final Checks checks;
  private final EngineSettings settings;
  private final Set<Long> usedNonces = new HashSet<>();
  private Faults faults;
  private boolean hostile = true;
  private Desk desk;
  private long ids;
  private long nonces;

  World(long seed, Profile profile, Sabotage sabotage) {
    this.profile = profile;
    this.sabotage = sabotage;
    this.faults = profile.faults();
    this.time = new Timeline(Chance.of(seed, "schedule"));
    this.deskClock = new DeskClock(time);
    this.chance = Chance.of(seed, "network");
    this.plans = Plans.draw(profile.work().pairs(), Chance.of(seed, "plans"));
    Basket basket = Basket.draw(Chance.of(seed, "basket"));
    this.scenery = Scenery.draw(profile, plans, basket, Chance.of(seed, "scenery"));
    this.exchange = new Exchange(ExchangeSettings.seeded(seed), new SandboxClock(time, 100));
    for (House house : List.of(new KalshiHouse(exchange), new PolymarketHouse(exchange))) {
      houses.put(house.id(), house);
      streams.put(house.id(), new PrivateStream(this, house));
      health.put(house.id(), new Health(this, house));
    }
    this.settings = SimSettings.draw(profile, basket, houses.values(), Chance.of(seed, "settings"));
    var tables = new Tables(scenery.pairs().stream().map(sabotage::paired).toList());
    this.store =
        new Store(time, Chance.of(seed, "store"), this::faults, tables, sabotage, sometimes);
    this.truth = new Truth(houses.values(), tables::isCommitted);
    this.wire = new Wire(time, Chance.of(seed, "wire"), this::faults, sometimes);
    this.settlement = new Settlement(exchange, Chance.of(seed, "settlement"), this::faults);
    this.feed = new Feed(this);
    this.people = new People(this, Chance.of(seed, "people"));
    this.checks = new Checks(this);
    exchange.listen(truth);
    exchange.listen(feed);
    scenery.open(exchange);
    exchange.markets(VenueId.KALSHI).forEach(this::listed);
    exchange.markets(VenueId.POLYMARKET).forEach(this::listed);
    streams.values().forEach(exchange::listen);
    this.desk = new Desk(this);
    for (int i = 0; i < scenery.pairs().size(); i++) {
      var flow = new Flow(this, scenery.pairs().get(i), Chance.of(seed, "flow" + i));
      flows.add(flow);
      flow.start();
    }
    this.event = new EventFlow(this, basket, Chance.of(seed, "event"));
    event.start();
    this.mischief = new Mischief(this, Chance.of(seed, "mischief"));
    mischief.plan();
    this.takers = new Takers(this, Chance.of(seed, "takers"));
    takers.start();
  }

  private void listed(pairdesk.sandbox.exchange.MarketState state) {
    markets.put(state.spec().id(), Scenery.told(state));
  }

  /** Whether this market's prices have come to where they stay. */
  boolean isCalm(MarketId market) {
    return event.isCalm(market) || flows.stream().anyMatch(flow -> flow.isCalm(market));
  }

  void start() {
    begin();
  }

  private void begin() {
    checks.started();
    desk.start();
  }

  /** The process dies, or loses touch; another one begins after a while. */
  void crash(boolean losesTouch, Duration downtime) {
    if (!desk.isAlive()) {
      return;
    }
    sometimes.saw(Sometimes.Event.CRASH);
    checks.figures().died();
    seeCrash();
    if (losesTouch) {
      desk.loseTouch(downtime.plusSeconds(3));
    } else {
      desk.crash();
    }
    time.after(
        downtime,
        "restart",
        () -> {
          desk = new Desk(this);
          begin();
        });
  }

  /** This process has come so far; whether it was killed there. */
  boolean dies(Desk process, CrashPoint reached) {
    boolean dies = process == desk && desk.isAlive() && sabotage.dies(reached);
    if (dies) {
      trace.note(time.instant(), "killed at", reached.id());
      crash(false, chance.millis(500, 3_000));
    }
    return dies;
  }

  private void seeCrash() {
    if (truth.attempts().stream().anyMatch(Truth.Attempt::mayStillFill)) {
      sometimes.saw(Sometimes.Event.CRASH_IN_FLIGHT);
    }
    boolean uneven =
        desk.view().trading().executions().stream()
            .anyMatch(e -> !e.state().isClosed() && !e.unhedged().isZero());
    if (uneven) {
      sometimes.saw(Sometimes.Event.CRASH_UNEVEN);
    }
  }

  void hang(Duration span) {
    desk.hang(time.instant().plus(span));
  }

  /** Faults are over: from now on everything must heal. */
  void heal() {
    hostile = false;
    faults = Faults.NONE;
    deskClock.setRight();
    store.away(time.instant());
    wire.cut(time.instant());
    exchange.modes().kalshi().pause(0, false);
    exchange.modes().kalshi().pause(1, false);
    people.allowAll();
  }

  boolean isHostile() {
    return hostile;
  }

  Profile profile() {
    return profile;
  }

  Sabotage sabotage() {
    return sabotage;
  }

  Timeline time() {
    return time;
  }

  DeskClock deskClock() {
    return deskClock;
  }

  Trace trace() {
    return trace;
  }

  Sometimes sometimes() {
    return sometimes;
  }

  Chance chance() {
    return chance;
  }

  Plans plans() {
    return plans;
  }

  Takers takers() {
    return takers;
  }

  Scenery scenery() {
    return scenery;
  }

  Exchange exchange() {
    return exchange;
  }

  List<House> houses() {
    return List.copyOf(houses.values());
  }

  House house(VenueId venue) {
    return known(houses, venue);
  }

  PrivateStream stream(VenueId venue) {
    return known(streams, venue);
  }

  Health health(VenueId venue) {
    return known(health, venue);
  }

  /** As their venues tell them now. */
  Map<MarketId, Market> markets() {
    return markets;
  }

  Truth truth() {
    return truth;
  }

  Wire wire() {
    return wire;
  }

  Store store() {
    return store;
  }

  Feed feed() {
    return feed;
  }

  Settlement settlement() {
    return settlement;
  }

  People people() {
    return people;
  }

  Mischief mischief() {
    return mischief;
  }

  Checks checks() {
    return checks;
  }

  EngineSettings settings() {
    return settings;
  }

  Faults faults() {
    return faults;
  }

  Desk desk() {
    return desk;
  }

  String newId() {
    return "sim%022d".formatted(++ids);
  }

  long nextNonce() {
    return ++nonces;
  }

  /** False when it was used before. */
  boolean useNonce(long nonce) {
    return usedNonces.add(nonce);
  }

  boolean isUsed(long nonce) {
    return usedNonces.contains(nonce);
  }

  private static <T> T known(Map<VenueId, T> parts, VenueId venue) {
    T part = parts.get(venue);
    if (part == null) {
      throw new IllegalArgumentException("no such venue: " + venue);
    }
    return part;
  }
}
