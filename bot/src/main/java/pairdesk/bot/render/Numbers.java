package pairdesk.bot.render;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import pairdesk.bot.text.Texts;
import pairdesk.engine.money.Decimals;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;

/** Numbers as people read them, each with its unit. */
public final class Numbers {
  private static final Quantity ONE_SHARE = Quantity.ofShares(1);

  private Numbers() {}

  /** Dollars and cents with sign, rounded down: {@code +$1.23}, {@code −$0.50}. */
  public static String signed(Usd amount) {
    long cents = cents(amount);
    return (cents < 0 ? "−$" : "+$") + digits(Math.abs(cents));
  }

  /** Dollars and cents, rounded down: {@code $12.50}. */
  public static String dollars(Usd amount) {
    long cents = cents(amount);
    return (cents < 0 ? "−$" : "$") + digits(Math.abs(cents));
  }

  /** To the last fraction, at least cents: {@code $1,234.5025}, {@code −$0.50}. */
  public static String exact(Usd amount) {
    String digits = amount.isNegative() ? amount.negated().toString() : amount.toString();
    int point = digits.indexOf('.');
    long whole = Long.parseLong(digits.substring(1, point));
    return (amount.isNegative() ? "−$" : "$")
        + String.format(Locale.ROOT, "%,d", whole)
        + digits.substring(point);
  }

  /** The same, always with its sign. */
  public static String exactSigned(Usd amount) {
    return amount.isNegative() ? exact(amount) : "+" + exact(amount);
  }

  private static long cents(Usd amount) {
    return Rounding.DOWN.divide(amount.e6(), 10_000);
  }

  private static String digits(long cents) {
    return String.format(Locale.ROOT, "%,d.%02d", cents / 100, cents % 100);
  }

  /** Percent without its sign, where a heading has it: {@code 1.25}, {@code -0.40}. */
  public static String percent(Ratio ratio) {
    return Decimals.format(ratio.bps(), 2, 2);
  }

  public static String shares(Quantity quantity, Texts texts) {
    return texts.say(quantity.equals(ONE_SHARE) ? "unit.share" : "unit.shares", quantity);
  }

  public static String price(Price price) {
    return "$" + price;
  }

  /** Average price of what was bought, to a hundredth of a cent, rounded up. */
  public static String average(Usd cost, Quantity quantity) {
    if (quantity.isZero()) {
      return "–";
    }
    long e4 = Rounding.UP.divide(Math.multiplyExact(cost.e6(), 10_000L), quantity.e6());
    return "$%d.%04d".formatted(e4 / 10_000, e4 % 10_000);
  }

  /** A span: {@code 230 ms}, {@code 4.2 s}, {@code 12 min}, {@code 3 h}. */
  public static String span(Duration span) {
    long millis = span.abs().toMillis();
    String sign = span.isNegative() ? "−" : "";
    if (millis < 1_000) {
      return sign + millis + " ms";
    }
    if (millis < 60_000) {
      return "%s%d.%d s".formatted(sign, millis / 1_000, millis % 1_000 / 100);
    }
    if (millis < 7_200_000) {
      return sign + millis / 60_000 + " min";
    }
    return sign + millis / 3_600_000 + " h";
  }

  /** A moment as Discord shows it to each reader: how long ago, or how long to wait. */
  public static String ago(Instant moment) {
    return "<t:" + moment.getEpochSecond() + ":R>";
  }

  /** A moment as date and time of each reader. */
  public static String when(Instant moment) {
    return "<t:" + moment.getEpochSecond() + ":f>";
  }
}
