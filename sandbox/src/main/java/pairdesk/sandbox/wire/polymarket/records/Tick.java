package pairdesk.sandbox.wire.polymarket.records;

import java.math.BigDecimal;
import pairdesk.engine.money.Decimals;
import pairdesk.engine.money.PriceGrid;

/**
 * A market's smallest price step, with the accuracy that amounts may have under it.
 *
 * @param e4 in 1/10 000 dollar: 100 for a cent
 */
public record Tick(int e4) {

  public Tick {
    if (e4 <= 0) {
      throw new IllegalArgumentException("no tick: " + e4);
    }
  }

  public static Tick of(PriceGrid grid) {
    return new Tick(grid.bands().getFirst().stepE4());
  }

  /** As the venue writes it: 0.01. */
  public String text() {
    return Decimals.format(e4, 4, 0);
  }

  public BigDecimal number() {
    return new BigDecimal(text());
  }

  public int priceDecimals() {
    return text().length() - 2;
  }

  public int amountDecimals() {
    return priceDecimals() + 2;
  }

  /** The smallest step of a price with the tick's decimals, which 0.005 and 0.0025 are not. */
  public int priceStepE4() {
    return powerOfTen(4 - priceDecimals());
  }

  public long dollarStepE6() {
    return powerOfTen(6 - amountDecimals());
  }

  private static int powerOfTen(int exponent) {
    int power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }
}
