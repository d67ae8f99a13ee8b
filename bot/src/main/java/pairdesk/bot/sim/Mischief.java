package pairdesk.bot.sim;

import java.time.Duration;
import java.util.List;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.Relation;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.PriceGrid;
import pairdesk.sandbox.exchange.MarketPhase;
import pairdesk.sandbox.exchange.VenueModes;

/** What happens at random instants of the hostile time. */
final class Mischief {
  private static final Duration DOWN_LEAST = Duration.ofMillis(200);
  private static final Duration DOWN_MOST = Duration.ofSeconds(15);

  private final World world;
  private final Chance chance;
  private int deaths;

  Mischief(World world, Chance chance) {
    this.world = world;
    this.chance = chance;
  }

  void plan() {
    Profile.Events events = world.profile().events();
    deaths = events.crashes();
    some(events.crashes() / 2, "crash", this::crash);
    some(events.hangs(), "hang", this::hang);
    some(events.modes(), "mode", this::mode);
    some(events.outages(), "outage", this::outage);
    some(events.freezes(), "freeze", this::freeze);
    some(events.commands(), "command", world.people()::anything);
    some(events.changes(), "change", this::change);
  }

  /**
   * Orders are about to be committed and sent: a good moment to die, to be overtaken by a person,
   * or to be stopped for so long that another process takes over.
   *
   * @return how long the process is stopped before it commits
   */
  Duration decided() {
    if (world.isHostile() && world.profile().events().commands() > 0 && chance.in(60)) {
      world.time().after(chance.millis(0, 5), "overtaken", world.people()::careful);
    }
    if (deaths == 0 || !world.isHostile() || !chance.in(300)) {
      return Duration.ZERO;
    }
    deaths--;
    if (chance.in(300)) {
      Duration downtime = chance.spread(DOWN_LEAST, DOWN_MOST);
      world.time().after(Duration.ZERO, "stopped", () -> world.crash(true, downtime));
      return downtime.plusSeconds(1);
    }
    world.time().after(chance.millis(0, 150), "crash", this::crash);
    return Duration.ZERO;
  }

  private void some(int times, String what, Runnable work) {
    int span = Math.toIntExact(world.profile().hostile().toMillis());
    for (int i = 0; i < times; i++) {
      world.time().after(chance.millis(2_000, span), what, work);
    }
  }

  /** Sometimes again while it recovers. */
  private void crash() {
    world.crash(chance.in(250), chance.spread(DOWN_LEAST, DOWN_MOST));
    if (chance.in(300)) {
      world
          .time()
          .after(
              chance.spread(DOWN_LEAST, DOWN_MOST.plusSeconds(5)),
              "crash again",
              () -> {
                world.sometimes().saw(Sometimes.Event.CRASH_AGAIN);
                world.crash(false, chance.spread(DOWN_LEAST, DOWN_MOST));
              });
    }
  }

  private void hang() {
    if (chance.in(500)) {
      world.sometimes().saw(Sometimes.Event.HUNG);
      world.hang(chance.spread(Duration.ofSeconds(1), Duration.ofSeconds(35)));
    } else {
      world.sometimes().saw(Sometimes.Event.CLOCK_JUMPED);
      int most = chance.in(300) ? 1_800 : 450;
      world.deskClock().jump(chance.millis(-most, most));
      world
          .time()
          .after(
              chance.spread(Duration.ofSeconds(1), Duration.ofSeconds(20)),
              "clock set right",
              world.deskClock()::setRight);
    }
  }

  private void mode() {
    if (chance.in(500)) {
      Duration restart = chance.spread(Duration.ofSeconds(2), Duration.ofSeconds(90));
      world.exchange().modes().setPolymarket(VenueModes.Polymarket.RESTARTING, restart);
    } else {
      int shard = chance.between(0, 1);
      world.exchange().modes().kalshi().pause(shard, true);
      world
          .time()
          .after(
              chance.spread(Duration.ofSeconds(2), Duration.ofSeconds(60)),
              "resumed",
              () -> world.exchange().modes().kalshi().pause(shard, false));
    }
  }

  private void outage() {
    Duration span = chance.spread(Duration.ofMillis(300), Duration.ofSeconds(12));
    if (chance.in(600)) {
      world.store().away(world.time().instant().plus(span));
    } else {
      world.wire().cut(world.time().instant().plus(span));
    }
  }

  private void freeze() {
    VenueId venue = chance.oneOf(List.of(VenueId.KALSHI, VenueId.POLYMARKET));
    Duration span = chance.spread(Duration.ofSeconds(2), Duration.ofSeconds(30));
    if (chance.in(500)) {
      world.feed().freeze(venue, span);
    } else {
      world.stream(venue).silent(span);
    }
  }

  /** Terms and lives of markets. */
  private void change() {
    Pair pair = chance.oneOf(world.scenery().pairs());
    switch (chance.between(0, 4)) {
      case 0 -> finerGrid(pair.right());
      case 1 -> world.exchange().modes().delayTakers(pair.right(), chance.millis(500, 3_000));
      case 2 -> closeSoon(pair);
      default -> resolve(pair);
    }
  }

  private void finerGrid(MarketId market) {
    world.exchange().setGrid(market, PriceGrid.uniform(10));
  }

  private void closeSoon(Pair pair) {
    MarketId market = chance.in(500) ? pair.left() : pair.right();
    world
        .exchange()
        .setClose(
            market,
            world
                .time()
                .instant()
                .plus(chance.spread(Duration.ofSeconds(20), Duration.ofSeconds(120))));
  }

  /** Both venues answer, mostly alike. */
  private void resolve(Pair pair) {
    Price left = chance.in(500) ? Price.ONE : Price.ZERO;
    Price alike = pair.relation() == Relation.SAME ? left : left.complement();
    answer(pair.left(), left);
    answer(pair.right(), chance.in(100) ? Price.ofCents(50) : alike);
  }

  private void answer(MarketId market, Price yes) {
    world
        .time()
        .after(
            chance.spread(Duration.ofMillis(100), Duration.ofSeconds(20)),
            "resolved",
            () -> {
              boolean answered =
                  world
                      .exchange()
                      .market(market)
                      .filter(
                          state -> state.value() != null || state.phase() == MarketPhase.FINALIZED)
                      .isPresent();
              if (!answered) {
                world.exchange().resolve(market, yes);
              }
            });
  }
}
