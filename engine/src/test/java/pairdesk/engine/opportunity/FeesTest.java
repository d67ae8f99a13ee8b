package pairdesk.engine.opportunity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.book.Level;
import pairdesk.engine.book.Sweep;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill.Liquidity;
import pairdesk.engine.order.Side;

class FeesTest {
  private static final FeeSchedule KALSHI = new FeeSchedule.Quadratic(700, 0, 10_000);
  private static final FeeSchedule KALSHI_HALF = new FeeSchedule.Quadratic(700, 0, 5_000);
  private static final FeeSchedule KALSHI_MAKER = new FeeSchedule.Quadratic(700, 175, 10_000);
  private static final Fees FINE = new Fees(Usd.ofE6(1));

  @ParameterizedTest
  @CsvSource({
    "100,   0.50, 1.75,     1.75",
    "100,   0.25, 1.3125,   1.3125",
    "100,   0.10, 0.63,     0.63",
    "100,   0.90, 0.63,     0.63",
    "100,   0.01, 0.0693,   0.0693",
    "100,   0.99, 0.0693,   0.0693",
    "1,     0.52, 0.0175,   0.0175",
    "1,     0.99, 0.0007,   0.0007",
    "10,    0.056, 0.0371,  0.0371",
    "10,    0.13, 0.0792,   0.0792",
    "227.27, 0.001, 0.01593, 0.01593",
    "28.32, 0.033, 0.06334, 0.06334",
    "71.94, 0.013, 0.06478, 0.06468",
  })
  void chargesKalshiTakersAsItsTableSays(
      String contracts, String price, String fourDecimals, String sixDecimals) {
    assertEquals(Usd.parse(fourDecimals), taker(Fees.STANDARD, KALSHI, contracts, price));
    assertEquals(Usd.parse(sixDecimals), taker(FINE, KALSHI, contracts, price));
  }

  @ParameterizedTest
  @CsvSource({"1, 0.52, 0.0088", "10, 0.27, 0.0690"})
  void appliesTheMultiplierOfTheSeries(String contracts, String price, String fee) {
    assertEquals(Usd.parse(fee), taker(Fees.STANDARD, KALSHI_HALF, contracts, price));
  }

  @Test
  void chargesKalshiMakersOnlyWhereTheSeriesHasMakerFees() {
    assertEquals(Usd.parse("0.4375"), maker(KALSHI_MAKER));
    assertEquals(Usd.ZERO, maker(KALSHI));
  }

  @Test
  void roundsTheBalanceOfASaleDownToo() {
    // 28.32 at 0.033 brings 0.93456; less 0.0633 is 0.87126, booked as 0.8712
    assertEquals(
        Usd.parse("0.06336"),
        Fees.STANDARD.charged(
            KALSHI, Liquidity.TAKER, Side.SELL, Price.parse("0.033"), Quantity.parse("28.32")));
  }

  @ParameterizedTest
  @CsvSource({
    "100, 0.50, 700, 1.75",
    "100, 0.10, 700, 0.63",
    "100, 0.99, 700, 0.0693",
    "100, 0.40, 400, 0.96",
    "100, 0.30, 500, 1.05",
    "100, 0.30, 0, 0",
    "1.219511, 0.82, 700, 0.01259",
    "7.57, 0.65, 500, 0.08610",
    "5, 0.31, 500, 0.05347",
    "7.575758, 0.66, 500, 0.08500",
  })
  void chargesPolymarketTakersAsItsExamplesSay(String shares, String price, int bps, String fee) {
    FeeSchedule curve = new FeeSchedule.TakerCurve(Ratio.ofBps(bps), 1);
    assertEquals(Usd.parse(fee), taker(Fees.STANDARD, curve, shares, price));
  }

  @Test
  void estimatesPolymarketFeesRoundedUp() {
    assertEquals(
        Usd.parse("0.01260"),
        Fees.STANDARD.estimate(
            new FeeSchedule.TakerCurve(Ratio.ofPercent(7), 1),
            Liquidity.TAKER,
            Side.BUY,
            Price.parse("0.82"),
            Quantity.parse("1.219511")));
  }

  @Test
  void raisesTheCurveToItsExponent() {
    // 100 × 0.07 × 0.25²
    FeeSchedule squared = new FeeSchedule.TakerCurve(Ratio.ofPercent(7), 2);
    assertEquals(Usd.parse("0.4375"), taker(Fees.STANDARD, squared, "100", "0.50"));
  }

  @Test
  @Tag("fault:M2")
  void neverEstimatesLessThanIsCharged() {
    long seed = Long.getLong("seed", 7L);
    var random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      FeeSchedule schedule =
          random.nextBoolean()
              ? new FeeSchedule.TakerCurve(Ratio.ofBps(random.nextInt(1_000)), 1)
              : new FeeSchedule.Quadratic(700, 175, random.nextInt(20_000));
      Price price = Price.ofE4(1 + random.nextInt(9_999));
      Quantity quantity = Quantity.ofE6(1 + random.nextInt(1_000_000_000));
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      for (Liquidity liquidity : Liquidity.values()) {
        Usd charged = Fees.STANDARD.charged(schedule, liquidity, side, price, quantity);
        Usd estimate = Fees.STANDARD.estimate(schedule, liquidity, side, price, quantity);
        assertTrue(
            !estimate.isLessThan(charged) && !charged.isNegative(),
            () -> "seed " + seed + ": " + schedule + " " + side + " " + quantity + " at " + price);
      }
    }
  }

  @Test
  @Tag("fault:M3")
  void countsLargeFillsWithoutOverflow() {
    assertEquals(
        Usd.ofDollars(17_500_000_000L), taker(Fees.STANDARD, KALSHI, "1000000000000", "0.50"));
  }

  @Test
  @Tag("fault:M2")
  void agreesWithDecimalArithmeticForAnyFill() {
    long seed = Long.getLong("seed", 8L);
    var random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      int exponent = random.nextInt(4);
      var curve = new FeeSchedule.TakerCurve(Ratio.ofBps(random.nextInt(1_000)), exponent);
      var quadratic = new FeeSchedule.Quadratic(random.nextInt(1_000), 0, random.nextInt(20_000));
      Price price = Price.ofE4(1 + random.nextInt(9_999));
      Quantity quantity = Quantity.ofE6(random.nextLong(1L << (1 + random.nextInt(50))));
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      String which = "seed " + seed + ": " + side + " " + quantity + " at " + price;
      for (Fees fees : List.of(Fees.STANDARD, FINE)) {
        assertEquals(
            decimalQuadratic(fees, quadratic, side, price, quantity),
            fees.charged(quadratic, Liquidity.TAKER, side, price, quantity),
            () -> which + ", " + quadratic);
      }
      assertEquals(
          decimalCurve(curve, price, quantity, RoundingMode.DOWN),
          Fees.STANDARD.charged(curve, Liquidity.TAKER, side, price, quantity),
          () -> which + ", " + curve);
      assertEquals(
          decimalCurve(curve, price, quantity, RoundingMode.UP),
          Fees.STANDARD.estimate(curve, Liquidity.TAKER, side, price, quantity),
          () -> which + ", " + curve);
    }
  }

  /** As the venue's page says it, in dollars. */
  private static Usd decimalQuadratic(
      Fees fees, FeeSchedule.Quadratic schedule, Side side, Price price, Quantity quantity) {
    BigDecimal shares = BigDecimal.valueOf(quantity.e6(), 6);
    BigDecimal p = BigDecimal.valueOf(price.e4(), 4);
    BigDecimal exact =
        BigDecimal.valueOf(schedule.takerE4(), 4)
            .multiply(BigDecimal.valueOf(schedule.multiplierE4(), 4))
            .multiply(shares)
            .multiply(p)
            .multiply(BigDecimal.ONE.subtract(p));
    BigDecimal trade = exact.setScale(fees.quadraticStep().e6() == 1 ? 6 : 4, RoundingMode.UP);
    BigDecimal revenue = side == Side.BUY ? shares.multiply(p).negate() : shares.multiply(p);
    BigDecimal change = revenue.subtract(trade);
    BigDecimal lost = change.subtract(change.setScale(4, RoundingMode.FLOOR));
    return dollars(trade.add(lost.setScale(6, RoundingMode.UP)));
  }

  private static Usd decimalCurve(
      FeeSchedule.TakerCurve schedule, Price price, Quantity quantity, RoundingMode rounding) {
    BigDecimal p = BigDecimal.valueOf(price.e4(), 4);
    return dollars(
        BigDecimal.valueOf(quantity.e6(), 6)
            .multiply(BigDecimal.valueOf(schedule.rate().bps(), 4))
            .multiply(p.multiply(BigDecimal.ONE.subtract(p)).pow(schedule.exponent()))
            .setScale(5, rounding));
  }

  private static Usd dollars(BigDecimal amount) {
    return Usd.ofE6(amount.movePointRight(6).longValueExact());
  }

  @Test
  void countsAWalkLevelByLevel() {
    var asks =
        Ladder.of(
            List.of(
                new Level(Price.ofCents(52), Quantity.ofShares(1)),
                new Level(Price.ofCents(53), Quantity.ofShares(5))));
    var sweep = Sweep.buy(asks, Quantity.ofShares(2), Price.ONE);
    // 0.017472 and 0.017437, each up to the next 0.0001
    assertEquals(Usd.parse("0.0350"), Fees.STANDARD.estimate(KALSHI, Side.BUY, sweep));
  }

  @Test
  void knowsNoFeeOfAScheduleItDoesNotKnow() {
    var unknown = new FeeSchedule.Unknown("flat");
    assertFalse(Fees.knows(unknown));
    assertThrows(IllegalArgumentException.class, () -> taker(Fees.STANDARD, unknown, "1", "0.50"));
  }

  @Test
  void aFeeBelowZeroIsNoSchedule() {
    assertThrows(IllegalArgumentException.class, () -> new FeeSchedule.Quadratic(700, -1, 10_000));
    assertThrows(
        IllegalArgumentException.class, () -> new FeeSchedule.TakerCurve(Ratio.ofBps(-1), 1));
  }

  private static Usd taker(Fees fees, FeeSchedule schedule, String shares, String price) {
    return fees.charged(
        schedule, Liquidity.TAKER, Side.BUY, Price.parse(price), Quantity.parse(shares));
  }

  private static Usd maker(FeeSchedule schedule) {
    return Fees.STANDARD.charged(
        schedule, Liquidity.MAKER, Side.BUY, Price.ofCents(50), Quantity.ofShares(100));
  }
}
