package pairdesk.engine.execution;

import java.time.Duration;
import java.util.List;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;

/**
 * Worst prices of the orders that even out two legs, always on the market's grid and rounded so
 * that the bound holds.
 *
 * @param patchAbovePlan how far above the planned worst price the missing part may cost
 * @param unwindOfCost the least that an unwind may bring, as a share of average cost
 * @param rungs what a panic sale accepts as time goes by, first at zero, ever lower
 */
public record PriceRules(Ratio patchAbovePlan, Ratio unwindOfCost, List<Rung> rungs) {
  public static final PriceRules STANDARD =
      new PriceRules(
          Ratio.ofPercent(5),
          Ratio.ofPercent(95),
          List.of(
              new Rung(Duration.ZERO, Ratio.ofPercent(95)),
              new Rung(Duration.ofSeconds(1), Ratio.ofPercent(80)),
              new Rung(Duration.ofSeconds(3), Ratio.ofPercent(50))));

  /** Nobody sells a certainty for this: above it a patch is never worth it. */
  private static final Price DEAREST_PATCH = Price.ofCents(99);

  public PriceRules {
    rungs = List.copyOf(rungs);
    if (rungs.isEmpty() || !rungs.getFirst().after().isZero()) {
      throw new IllegalArgumentException("the first rung begins at once: " + rungs);
    }
  }

  /** From this long into the panic, this share of cost is accepted. */
  public record Rung(Duration after, Ratio ofCost) {}

  /**
   * The most that the missing part may cost a share.
   *
   * @param part the leg's equal part of what the bundle was to cost at worst
   */
  public Price patchLimit(PriceGrid grid, Price plannedWorst, Price part) {
    Price measure = part.isGreaterThan(plannedWorst) ? part : plannedWorst;
    return above(grid, plannedWorst, measure, patchAbovePlan);
  }

  /** The highest price of the grid at most so far above the planned one. */
  static Price above(PriceGrid grid, Price plannedWorst, Ratio share) {
    return above(grid, plannedWorst, plannedWorst, share);
  }

  private static Price above(PriceGrid grid, Price plannedWorst, Price measure, Ratio share) {
    long e4 = plannedWorst.e4() + Rounding.DOWN.divide((long) measure.e4() * share.bps(), 10_000);
    return grid.floor(new Price((int) Math.min(e4, DEAREST_PATCH.e4())));
  }

  /**
   * The least that the surplus must bring a share.
   *
   * @param part the leg's equal part of what the bundle was to cost at worst
   */
  public Price unwindLimit(PriceGrid grid, Usd spent, Quantity bought, Price part) {
    long cost = ofCost(spent, bought, Ratio.ONE);
    long loss = Rounding.DOWN.divide((long) part.e4() * (10_000 - unwindOfCost.bps()), 10_000);
    return floor(grid, Math.min(ofCost(spent, bought, unwindOfCost), cost - loss));
  }

  /** The least that a panic sale must bring a share, this long after it began. */
  public Price panicLimit(PriceGrid grid, Usd spent, Quantity bought, Duration since) {
    return floor(grid, ofCost(spent, bought, rung(since).ofCost()));
  }

  /** Whether the last rung is reached: there is no lower price to wait for. */
  public boolean isLowest(Duration since) {
    return rung(since).equals(rungs.getLast());
  }

  /** When the next rung begins, as a time into the panic; the last one's when there is none. */
  public Duration nextRung(Duration since) {
    return rungs.stream()
        .map(Rung::after)
        .filter(after -> after.compareTo(since) > 0)
        .findFirst()
        .orElse(rungs.getLast().after());
  }

  /** The first one, too, when the clock was set back since the panic began. */
  private Rung rung(Duration since) {
    return rungs.stream()
        .filter(r -> r.after().compareTo(since) <= 0)
        .reduce((_, later) -> later)
        .orElse(rungs.getFirst());
  }

  /** This share of what a share had cost on average, in e4. */
  private static long ofCost(Usd spent, Quantity bought, Ratio share) {
    // spent ÷ bought is dollars a share; times 10 000 is e4, times bps ÷ 10 000 is the share of it
    return Rounding.UP.multiplyDivide(spent.e6(), share.bps(), bought.e6());
  }

  private static Price floor(PriceGrid grid, long e4) {
    return grid.ceil(new Price((int) Math.clamp(e4, 1L, 9_999L)));
  }
}
