package pairdesk.venues.polymarket;

import java.math.BigDecimal;
import java.util.Map;
import pairdesk.engine.order.Side;

/**
 * The arithmetic of the official client ({@code @polymarket/clob-client-v2} 1.1.0), which computes
 * in IEEE doubles and rounds what it printed: beside our exact amounts it tells where each
 * difference comes from. Nothing of the product computes like this.
 */
final class OfficialDoubles {
  private static final Map<String, Digits> DIGITS =
      Map.of(
          "0.1", new Digits(1, 3),
          "0.01", new Digits(2, 4),
          "0.005", new Digits(3, 5),
          "0.0025", new Digits(4, 6),
          "0.001", new Digits(3, 5),
          "0.0001", new Digits(4, 6));
  private static final int SIZE_DIGITS = 2;

  private OfficialDoubles() {}

  /** Decimals that a tick leaves to prices and to computed amounts. */
  private record Digits(int price, int amount) {}

  /** What an order gives and takes, in dollars and shares. */
  record Raw(double maker, double taker) {}

  /** The amounts of a limit order. */
  static Raw limit(Side side, String tick, double price, double size) {
    Digits digits = digits(tick);
    double shares = down(size, SIZE_DIGITS);
    double dollars = computed(shares * nearest(price, digits.price()), digits);
    return side == Side.BUY ? new Raw(dollars, shares) : new Raw(shares, dollars);
  }

  /** The amounts of a FOK or FAK order: of dollars for a BUY, of shares for a SELL. */
  static Raw market(Side side, String tick, double price, double amount) {
    Digits digits = digits(tick);
    double worst = down(price, digits.price());
    double given = down(amount, SIZE_DIGITS);
    return new Raw(given, computed(side == Side.BUY ? given / worst : given * worst, digits));
  }

  /** A purchase cut so that the platform's and the builder's fee fit the balance. */
  static double cutForFees(double amount, double price, double balance, FeeTerms fees) {
    double rate =
        fees.rate() * Math.pow(price * (1 - price), fees.exponent()) * (1 + fees.slippage() / 100);
    double base = Math.min(amount, balance);
    double platform = base / price * rate;
    double builder = base * fees.builder();
    return balance <= amount + platform + builder
        ? Math.max(balance - platform - builder, 0)
        : amount;
  }

  /**
   * @param slippage margin on the platform's fee, in percent
   */
  record FeeTerms(double rate, int exponent, double builder, double slippage) {}

  /** As JavaScript prints it: the fewest digits that mean this double. */
  static BigDecimal printed(double number) {
    BigDecimal shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  private static Digits digits(String tick) {
    Digits digits = DIGITS.get(tick);
    if (digits == null) {
      throw new IllegalArgumentException("no tick of the venue: " + tick);
    }
    return digits;
  }

  /** Up four decimals later, so that 0.29999999999999998 is 0.3 again, then down. */
  private static double computed(double amount, Digits digits) {
    return down(up(amount, digits.amount() + 4), digits.amount());
  }

  private static double down(double number, int decimals) {
    double scale = Math.pow(10, decimals);
    return isWithin(number, decimals) ? number : Math.floor(number * scale) / scale;
  }

  private static double up(double number, int decimals) {
    double scale = Math.pow(10, decimals);
    return isWithin(number, decimals) ? number : Math.ceil(number * scale) / scale;
  }

  private static double nearest(double number, int decimals) {
    double scale = Math.pow(10, decimals);
    return isWithin(number, decimals)
        ? number
        : Math.floor((number + Math.ulp(1.0)) * scale + 0.5) / scale;
  }

  private static boolean isWithin(double number, int decimals) {
    return printed(number).scale() <= decimals;
  }
}
