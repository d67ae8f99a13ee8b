package pairdesk.engine.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RoundingTest {
  private static final long SEED = Long.getLong("seed", 20_260_930L);

  @Test
  void keepsProductsThatDoNotFitALong() {
    long large = Long.MAX_VALUE / 3;
    assertEquals(large, Rounding.DOWN.multiplyDivide(large, 1_000_000, 1_000_000));
    assertEquals(large + 1, Rounding.UP.multiplyDivide(large * 3 + 1, 1_000_000, 3_000_000));
  }

  @Test
  @Tag("fault:M3")
  void refusesResultsThatDoNotFitALong() {
    assertThrows(ArithmeticException.class, () -> Rounding.UP.multiplyDivide(Long.MAX_VALUE, 3, 2));
  }

  @Test
  void agreesWithDecimalArithmeticForAnyNumbers() {
    var random = new Random(SEED);
    for (int i = 0; i < 5_000; i++) {
      long factor = random.nextLong() >> random.nextInt(63);
      long other = random.nextLong() >> (32 + random.nextInt(31));
      long divisor = 1 + (random.nextLong() >>> (20 + random.nextInt(43)));
      BigDecimal product = BigDecimal.valueOf(factor).multiply(BigDecimal.valueOf(other));
      BigDecimal down = product.divide(BigDecimal.valueOf(divisor), 0, RoundingMode.FLOOR);
      BigDecimal up = product.divide(BigDecimal.valueOf(divisor), 0, RoundingMode.CEILING);
      if (down.abs().max(up.abs()).compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0) {
        String which = "seed " + SEED + ": " + factor + " × " + other + " ÷ " + divisor;
        assertEquals(
            down.longValueExact(), Rounding.DOWN.multiplyDivide(factor, other, divisor), which);
        assertEquals(
            up.longValueExact(), Rounding.UP.multiplyDivide(factor, other, divisor), which);
      }
    }
  }
}
