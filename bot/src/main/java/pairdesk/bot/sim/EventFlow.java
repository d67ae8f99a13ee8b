package pairdesk.bot.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.sandbox.exchange.Level;

/**
 * The crowd of an exclusive event: its beliefs about the outcomes add up to a dollar and wander
 * from one to another; now and then some of its quotes lag, and for a while all legs together cost
 * less than they pay.
 */
final class EventFlow {
  private static final int LOWEST = 8;
  private static final int HIGHEST = 92;
  private static final int LEVELS = 4;
  private static final Duration SHORTEST = Duration.ofMillis(50);
  private static final Duration LASTING = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration HEALING_BEAT = Duration.ofSeconds(2);

  private final World world;
  private final Basket basket;
  private final Profile.Work work;
  private final Chance chance;
  private final int[] home;
  private final int[] cents;
  private final int[] gaps;
  private boolean atRest;
  private Instant gapUntil = Instant.EPOCH;

  EventFlow(World world, Basket basket, Chance chance) {
    this.world = world;
    this.basket = basket;
    this.work = world.profile().work();
    this.chance = chance;
    int outcomes = basket.markets().size();
    this.home = new int[outcomes];
    this.gaps = new int[outcomes];
    for (int i = 0; i < outcomes; i++) {
      home[i] = 100 / outcomes + (i < 100 % outcomes ? 1 : 0);
    }
    this.cents = home.clone();
  }

  void start() {
    if (basket.isThere()) {
      world.time().after(chance.millis(0, 500), "event's crowd", this::beat);
    }
  }

  /** Whether this is the crowd of that market, and quotes what it will quote from now on. */
  boolean isCalm(MarketId market) {
    return atRest && basket.has(market);
  }

  private void beat() {
    boolean healing = !world.isHostile();
    if (healing) {
      for (int i = 0; i < cents.length; i++) {
        cents[i] += Integer.signum(home[i] - cents[i]);
      }
    } else {
      wander();
    }
    if (!healing && !isGapping() && chance.in(work.windows())) {
      open();
    }
    quote();
    atRest = healing && Arrays.equals(cents, home);
    Duration beat = healing ? HEALING_BEAT : work.beat();
    world.time().after(beat.plus(chance.millis(0, 200)), "event's crowd", this::beat);
  }

  /** What one outcome gains another one loses. */
  private void wander() {
    int from = chance.between(0, cents.length - 1);
    int to = chance.between(0, cents.length - 1);
    int step = chance.in(work.gaps()) ? chance.between(1, 15) : 1;
    if (cents[from] - step >= LOWEST && cents[to] + step <= HIGHEST) {
      cents[from] -= step;
      cents[to] += step;
    }
  }

  private boolean isGapping() {
    return world.isHostile() && world.time().instant().isBefore(gapUntil);
  }

  /** Every leg is cheaper by what its spread costs, and one or some by more. */
  private void open() {
    Duration span = chance.spread(world.profile().calm() ? LASTING : SHORTEST, LONGEST);
    gapUntil = world.time().instant().plus(span);
    Arrays.fill(gaps, 1);
    for (int cent = chance.between(8, 14); cent > 0; cent--) {
      gaps[chance.between(0, gaps.length - 1)]++;
    }
    world.time().at(gapUntil, "gap closes", this::quote);
  }

  private void quote() {
    int cheaper = basket.outcome() == Outcome.YES ? -1 : 1;
    for (int i = 0; i < cents.length; i++) {
      int gap = isGapping() ? cheaper * gaps[i] : 0;
      quote(basket.markets().get(i), Math.clamp(cents[i] + gap, 2, 98));
    }
  }

  private void quote(MarketId market, int mid) {
    world.settlement().draw();
    world.exchange().quote(market, side(mid - 1, -1), side(mid + 1, 1));
    world.feed().changed(market);
  }

  private List<Level> side(int best, int step) {
    var side = new ArrayList<Level>();
    int levels = chance.between(1, LEVELS);
    for (int i = 0; i < levels; i++) {
      int price = best + i * step;
      if (price >= 1 && price <= 99) {
        int shares = chance.between(work.levelShares() / 4 + 1, work.levelShares() * 2);
        side.add(
            new Level(Price.ofCents(price), Quantity.ofShares(world.isHostile() ? shares : 2_000)));
      }
    }
    return side;
  }
}
