package pairdesk.engine.risk;

import java.time.Duration;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;

/** Refuses limits that limit nothing, naming the limit. */
final class Checks {
  private Checks() {}

  static void positive(String name, Usd amount) {
    require(amount.isGreaterThan(Usd.ZERO), name, amount);
  }

  static void positive(String name, Duration span) {
    require(span.isPositive(), name, span);
  }

  static void notNegative(String name, Duration span) {
    if (span.isNegative()) {
      throw new IllegalArgumentException(name + " must not be below zero: " + span);
    }
  }

  static void positive(String name, Quantity quantity) {
    require(!quantity.isZero(), name, quantity);
  }

  static void positive(String name, int count) {
    require(count > 0, name, count);
  }

  /** Above zero and at most 100 %. */
  static void share(String name, Ratio ratio) {
    require(ratio.bps() > 0 && ratio.compareTo(Ratio.ONE) <= 0, name, ratio);
  }

  private static void require(boolean holds, String name, Object found) {
    if (!holds) {
      throw new IllegalArgumentException(
          name + " must be above zero, and no more than all: " + found);
    }
  }
}
