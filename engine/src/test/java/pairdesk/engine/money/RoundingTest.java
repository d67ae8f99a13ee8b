package pairdesk.engine.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  @Test
  void threeFactorsAgreeWithDecimalArithmeticForAnyNumbers() {
    var random = new Random(SEED);
    int beyond = 0;
    for (int i = 0; i < 20_000; i++) {
      long first = random.nextLong() >>> (1 + random.nextInt(62));
      long second = (random.nextLong() >>> (20 + random.nextInt(43))) * (i % 3 == 0 ? 10_000 : 1);
      long third = (random.nextLong() >>> (30 + random.nextInt(33))) * (i % 2 == 0 ? 10_000 : 1);
      long divisor = 1 + (random.nextLong() >>> (2 + random.nextInt(60)));
      divisor = i % 5 == 0 ? 1_000_000_000_000_000_000L : divisor;
      BigDecimal product =
          BigDecimal.valueOf(first)
              .multiply(BigDecimal.valueOf(second))
              .multiply(BigDecimal.valueOf(third));
      BigDecimal down = product.divide(BigDecimal.valueOf(divisor), 0, RoundingMode.FLOOR);
      BigDecimal up = product.divide(BigDecimal.valueOf(divisor), 0, RoundingMode.CEILING);
      if (up.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0) {
        String which = "seed %d: %d × %d × %d ÷ %d".formatted(SEED, first, second, third, divisor);
        assertEquals(
            down.longValueExact(),
            Rounding.DOWN.multiplyDivide(first, second, third, divisor),
            which);
        assertEquals(
            up.longValueExact(), Rounding.UP.multiplyDivide(first, second, third, divisor), which);
        beyond += product.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0 ? 1 : 0;
      }
    }
    assertTrue(beyond > 1_000, "of those that do not fit a long on the way only " + beyond);
  }

  @Test
  void threeFactorsAreNotNegative() {
    assertThrows(
        IllegalArgumentException.class, () -> Rounding.UP.multiplyDivide(1, -1, 1, 10_000));
  }
}
