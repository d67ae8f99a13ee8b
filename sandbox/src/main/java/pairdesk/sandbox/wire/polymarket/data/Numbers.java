package pairdesk.sandbox.wire.polymarket.data;

import java.math.BigDecimal;
import java.math.BigInteger;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.wire.polymarket.http.Json;

/** Amounts as the Data API writes them: JSON numbers. */
final class Numbers {
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  private Numbers() {}

  static BigDecimal shares(Quantity quantity) {
    return Json.number(quantity.e6(), 6);
  }

  static BigDecimal dollars(Usd amount) {
    return Json.number(amount.e6(), 6);
  }

  static BigDecimal price(Price price) {
    return Json.number(price.e4(), 4);
  }

  /** The price of one share; zero for none. */
  static BigDecimal average(Usd cost, Quantity shares) {
    return shares.isZero()
        ? BigDecimal.ZERO
        : Json.number(
            BigInteger.valueOf(cost.e6())
                .multiply(MILLION)
                .divide(BigInteger.valueOf(shares.e6()))
                .longValueExact(),
            6);
  }

  static BigDecimal percent(Usd part, Usd whole) {
    return whole.isZero()
        ? BigDecimal.ZERO
        : Json.number(
            BigInteger.valueOf(part.e6())
                .multiply(BigInteger.valueOf(10_000))
                .divide(BigInteger.valueOf(whole.e6()))
                .longValueExact(),
            2);
  }
}
