package pairdesk.venues.polymarket;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the venue allows a signer, by what it traded in 30 days. Source: page on trading rate
 * limits, October 2026.
 */
enum PolymarketTier {
  STANDARD(40, 60),
  COPPER(60, 90),
  BRONZE(80, 120),
  SILVER(200, 300),
  GOLD(400, 600),
  PLATINUM(450, 675),
  DIAMOND(525, 787),
  ELITE(600, 900);

  private final int rate;
  private final int burst;

  PolymarketTier(int rate, int burst) {
    this.rate = rate;
    this.burst = burst;
  }

  /** Empty when the venue names one that we do not know. */
  static Optional<PolymarketTier> named(String name) {
    return Arrays.stream(values()).filter(tier -> tier.name().equalsIgnoreCase(name)).findFirst();
  }

  /** Orders a second. */
  int rate() {
    return rate;
  }

  /** Orders at once. */
  int burst() {
    return burst;
  }

  /** Cancels a second: twice the orders. */
  int cancelRate() {
    return 2 * rate;
  }

  int cancelBurst() {
    return this == DIAMOND ? 1_575 : 2 * burst;
  }
}
