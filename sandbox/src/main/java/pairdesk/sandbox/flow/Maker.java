package pairdesk.sandbox.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;
import pairdesk.sandbox.catalogue.Asks;
import pairdesk.sandbox.exchange.Level;

/** The makers of one market: what they think YES is worth, and what they quote around it. */
final class Maker {
  static final int LEVELS = 6;
  private static final double LOWEST = 0.02;
  private static final int CENT_E4 = 100;
  private static final int EDGE_STEP_E4 = 20;

  final MarketId market;
  final Asks asks;
  private final SplittableRandom random;
  private final double catchUp;
  private double estimate;
  private double error;
  private double misreading;
  private Instant misreadUntil = Instant.MIN;
  private int epoch;

  Maker(MarketId market, Asks asks, double chance, SplittableRandom random) {
    this.market = market;
    this.asks = asks;
    this.random = random;
    this.catchUp = market.venue().equals(VenueId.KALSHI) ? 0.5 : 0.3;
    this.estimate = fairValue(chance);
  }

  /** The hidden chance as this market's YES sees it. */
  private double fairValue(double chance) {
    return asks.inverted() ? 1 - chance : chance;
  }

  /** Looks at the world again: part of the way to the truth, with an error of its own. */
  void look(double chance, Instant now) {
    estimate += (fairValue(chance) - estimate) * catchUp;
    error = 0.95 * error + 0.0012 * random.nextGaussian();
    if (!now.isBefore(misreadUntil)) {
      misreading = 0;
    }
    if (random.nextInt(12) == 0) {
      epoch++;
    }
  }

  /**
   * Gets the world wrong for a while; away from the edge, so that there is room.
   *
   * @param by how far, in dollars a share
   * @param upwards whether YES looks dearer than it is, unless there is no room
   */
  void misread(double by, boolean upwards, Instant until) {
    double signed = upwards ? by : -by;
    boolean fits = estimate + signed > LOWEST && estimate + signed < 1 - LOWEST;
    misreading = fits ? signed : -signed;
    misreadUntil = until;
  }

  /** Somebody traded against the quotes: a misreading is noticed. */
  void noticeBy(Instant moment) {
    if (moment.isBefore(misreadUntil)) {
      misreadUntil = moment;
    }
  }

  double value() {
    return Math.clamp(estimate + error + misreading, LOWEST, 1 - LOWEST);
  }

  /** What half of the spread is, in dollars: a cent in the middle, less at the edges. */
  double halfSpread() {
    return 0.004 + 0.024 * value() * (1 - value());
  }

  List<Level> bids(PriceGrid grid) {
    return ladder(grid::floor, e4(value() - halfSpread()), -1);
  }

  List<Level> asks(PriceGrid grid) {
    return ladder(grid::ceil, e4(value() + halfSpread()), 1);
  }

  private List<Level> ladder(UnaryOperator<Price> onGrid, int firstE4, int direction) {
    var levels = new ArrayList<Level>();
    int e4 = firstE4;
    while (levels.size() < LEVELS && e4 > 0 && e4 < 10_000) {
      Price price = onGrid.apply(Price.ofE4(e4));
      // At the end of the grid the nearest price lies on the wrong side.
      boolean beyond = direction * (price.e4() - e4) < 0;
      if (beyond || (!levels.isEmpty() && levels.getLast().price().equals(price))) {
        break;
      }
      levels.add(new Level(price, quantity(price)));
      boolean atEdge = price.e4() < 10 * CENT_E4 || price.e4() > 90 * CENT_E4;
      e4 = price.e4() + direction * (atEdge ? EDGE_STEP_E4 : CENT_E4);
    }
    return levels;
  }

  /** 50 to 500 shares, the same for a while, so that a look without news changes nothing. */
  private Quantity quantity(Price price) {
    int mixed = (market.hashCode() * 31 + price.e4()) * 31 + epoch;
    return Quantity.ofShares(50 + new SplittableRandom(mixed).nextInt(451));
  }

  private static int e4(double dollars) {
    return (int) Math.round(dollars * 10_000);
  }
}
