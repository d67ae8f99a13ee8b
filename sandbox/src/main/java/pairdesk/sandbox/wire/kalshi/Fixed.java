package pairdesk.sandbox.wire.kalshi;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import pairdesk.engine.money.Decimals;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

/** Kalshi's numbers as text: prices with four decimals, counts with two, costs with six. */
final class Fixed {

  private Fixed() {}

  static String price(Price price) {
    return Decimals.format(price.e4(), 4, 4);
  }

  static String count(Quantity quantity) {
    return signedCount(quantity.e6());
  }

  static String signedCount(long e6) {
    return Decimals.format(e6 / 10_000, 2, 2);
  }

  static String cost(Usd amount) {
    return Decimals.format(amount.e6(), 6, 6);
  }

  /** Four decimals, cut. */
  static String balance(Usd amount) {
    return Decimals.format(Math.floorDiv(amount.e6(), 100), 4, 4);
  }

  static String step(int e4) {
    return Decimals.format(e4, 4, 4);
  }

  static long cents(Usd amount) {
    return Math.floorDiv(amount.e6(), 10_000);
  }

  static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).toString();
  }
}
