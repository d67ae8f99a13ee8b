package pairdesk.sandbox.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import pairdesk.engine.market.MarketId;
import pairdesk.sandbox.catalogue.Catalogue.TruePair;

/**
 * Opens gaps between the venues: now and then one venue's makers misread a pair by what both
 * venues' fees and spreads cost and two to six cents more.
 */
final class Gaps {
  private static final double KALSHI_RATE = 0.07;
  private static final int SHORTEST_MILLIS = 4_000;
  private static final int LONGEST_MILLIS = 12_000;

  private final Map<MarketId, Maker> makers;
  private final SplittableRandom random;

  Gaps(Map<MarketId, Maker> makers, SplittableRandom random) {
    this.makers = makers;
    this.random = random;
  }

  /** Lets one side of the pair misread from now on. */
  void open(TruePair pair, Instant now, int speedPercent) {
    List<MarketId> sides = List.of(pair.kalshi().id(), pair.polymarket().id());
    Maker maker = makers.get(sides.get(random.nextInt(2)));
    if (maker == null) {
      return;
    }
    double value = maker.value();
    double rates = KALSHI_RATE + pair.polymarket().trading().feeRateE4() / 10_000.0;
    // Fees are dearest in the middle, to where a misreading may lead.
    double fees = rates * Math.min(0.25, value * (1 - value) + 0.03);
    double wanted = 0.025 + 0.035 * random.nextDouble();
    double ticks = 0.01;
    int millis = random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS);
    Duration span = Duration.ofMillis(millis * 100L / speedPercent);
    maker.misread(
        fees + 2 * maker.halfSpread() + ticks + wanted, random.nextBoolean(), now.plus(span));
  }
}
