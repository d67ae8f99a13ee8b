package pairdesk.bot.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.Relation;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.sandbox.exchange.Level;

/**
 * The crowd of one pair: quotes both venues around one belief, which drifts, jumps and returns; now
 * and then one venue lags behind, and for a while the two together cost less than a dollar.
 */
final class Flow {
  private static final int LOWEST = 6;
  private static final int HIGHEST = 94;
  private static final int LEVELS = 4;
  private static final Duration SHORTEST = Duration.ofMillis(50);
  private static final Duration LASTING = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration HEALING_BEAT = Duration.ofSeconds(2);

  private final World world;
  private final Pair pair;
  private final Profile.Work work;
  private final Chance chance;
  private final int home;
  private final boolean usuallyLeft;
  private int cents;
  private boolean atRest;
  private int gapCents;
  private boolean gapLeft;
  private Instant gapUntil = Instant.EPOCH;

  Flow(World world, Pair pair, Chance chance) {
    this.world = world;
    this.pair = pair;
    this.work = world.profile().work();
    this.chance = chance;
    this.home = chance.between(20, 80);
    this.cents = home;
    this.usuallyLeft = chance.in(500);
  }

  void start() {
    world.time().after(chance.millis(0, 500), "crowd", this::beat);
  }

  /** Whether this is the crowd of that market, and quotes what it will quote from now on. */
  boolean isCalm(MarketId market) {
    return atRest && (pair.left().equals(market) || pair.right().equals(market));
  }

  private void beat() {
    boolean healing = !world.isHostile();
    drift(healing);
    if (!healing && !isGapping() && chance.in(work.windows())) {
      open();
    }
    quote();
    atRest = healing && cents == home;
    Duration beat = healing ? HEALING_BEAT : work.beat();
    world.time().after(beat.plus(chance.millis(0, 200)), "crowd", this::beat);
  }

  /** A walk that is drawn home, so that nothing is lost for ever. */
  private void drift(boolean healing) {
    if (healing) {
      cents += Integer.signum(home - cents);
    } else if (chance.in(work.gaps())) {
      cents += chance.between(-25, 25);
    } else {
      cents += chance.between(-1, 1) + (chance.in(150) ? Integer.signum(home - cents) : 0);
    }
    cents = Math.clamp(cents, LOWEST, HIGHEST);
  }

  private boolean isGapping() {
    return world.isHostile() && world.time().instant().isBefore(gapUntil);
  }

  private void open() {
    Duration span = chance.spread(world.profile().calm() ? LASTING : SHORTEST, LONGEST);
    gapUntil = world.time().instant().plus(span);
    gapLeft = chance.in(500);
    boolean leftCheap = chance.in(850) == usuallyLeft;
    gapCents = chance.between(6, 14) * (leftCheap == gapLeft ? -1 : 1);
    world.time().at(gapUntil, "gap closes", this::quote);
  }

  private void quote() {
    int gap = isGapping() ? gapCents : 0;
    int left = Math.clamp(cents + (gapLeft ? gap : 0), LOWEST, HIGHEST);
    int right = Math.clamp(cents + (gapLeft ? 0 : gap), LOWEST, HIGHEST);
    quote(pair.left(), left);
    quote(pair.right(), pair.relation() == Relation.SAME ? right : 100 - right);
  }

  private void quote(MarketId market, int mid) {
    world.settlement().draw();
    world.exchange().quote(market, side(mid - 1, -1), side(mid + 1, 1));
    world.feed().changed(market);
  }

  private List<Level> side(int best, int step) {
    int levels = chance.between(1, LEVELS);
    var side = new ArrayList<Level>();
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
