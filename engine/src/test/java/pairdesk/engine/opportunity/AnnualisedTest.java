package pairdesk.engine.opportunity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;

class AnnualisedTest {
  static LongStream seeds() {
    Long given = Long.getLong("seed");
    return given != null ? LongStream.of(given) : LongStream.range(0, 200);
  }

  @Test
  void oneDollarOnTenInATenthOfAYearIsAHundredPerCent() {
    Duration span = Duration.ofDays(365).dividedBy(10);
    assertEquals(Ratio.ONE, BundlePricer.annualised(Usd.ofDollars(1), Usd.ofDollars(10), span));
    assertNull(BundlePricer.annualised(Usd.ofDollars(1), Usd.ofDollars(10), null));
    assertNull(BundlePricer.annualised(Usd.ofDollars(1), Usd.ZERO, span));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void isTheSameForAmountsOfEverySize(long seed) {
    var random = new Random(seed);
    long net = random.nextLong() >> random.nextInt(20, 62);
    long locked = 1 + (random.nextLong() >>> random.nextInt(8, 62));
    long seconds = 1 + (random.nextLong() >>> random.nextInt(32, 62));
    BigInteger exact =
        BigInteger.valueOf(net)
            .multiply(BigInteger.valueOf(365L * 24 * 3_600 * 10_000))
            .divide(BigInteger.valueOf(locked).multiply(BigInteger.valueOf(seconds)));
    BigInteger most = BigInteger.valueOf(Integer.MAX_VALUE);
    assertEquals(
        Ratio.ofBps(exact.min(most).max(most.negate()).intValueExact()),
        BundlePricer.annualised(Usd.ofE6(net), Usd.ofE6(locked), Duration.ofSeconds(seconds)));
  }
}
