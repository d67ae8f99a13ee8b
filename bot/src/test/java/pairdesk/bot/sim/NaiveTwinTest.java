package pairdesk.bot.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.book.Level;
import pairdesk.engine.book.Sweep;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.Side;
import pairdesk.engine.portfolio.Attribution;
import pairdesk.engine.portfolio.PnlDay;
import pairdesk.engine.portfolio.Portfolio;
import pairdesk.engine.venue.AccountSnapshot;

/**
 * The fast arithmetic against a slow and obvious one, in decimal fractions, over random histories.
 * The seed is the parameter: it stands in the name of what fails.
 */
class NaiveTwinTest {
  private static final int TIMES = 300;
  private static final Instant AT = Instant.parse("2026-10-01T12:00:00Z");
  private static final MarketId MARKET = MarketId.polymarket("0x51");

  /** One lot is a hundredth of a share, so that every product is a whole micro-dollar. */
  private static Quantity shares(SplittableRandom random, int most) {
    return Quantity.ofE6(10_000L * random.nextInt(1, most * 100));
  }

  private static Price price(SplittableRandom random) {
    return Price.ofE4(random.nextInt(1, 10_000));
  }

  private static BigDecimal dollars(Usd amount) {
    return BigDecimal.valueOf(amount.e6(), 6);
  }

  private static BigDecimal number(Price price) {
    return BigDecimal.valueOf(price.e4(), 4);
  }

  private static BigDecimal number(Quantity quantity) {
    return BigDecimal.valueOf(quantity.e6(), 6);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void sweepsTakeShareByShareWhatIsCheapest(long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < TIMES; i++) {
      List<Level> asks = ladder(random);
      Quantity wanted = Quantity.ofShares(random.nextInt(1, 60));
      Price limit = price(random);
      Sweep sweep = Sweep.buy(Ladder.of(asks), wanted, limit);
      BigDecimal cost = BigDecimal.ZERO;
      long taken = 0;
      for (Level level : asks) {
        for (long one = 0; one < level.quantity().e6() / 1_000_000; one++) {
          boolean affordable = !level.price().isGreaterThan(limit);
          if (affordable && taken < wanted.e6() / 1_000_000) {
            taken++;
            cost = cost.add(number(level.price()));
          }
        }
      }
      assertEquals(Quantity.ofShares(taken), sweep.shares());
      assertEquals(0, cost.compareTo(dollars(sweep.amount())));
    }
  }

  private static List<Level> ladder(SplittableRandom random) {
    var levels = new ArrayList<Level>();
    int e4 = random.nextInt(1, 3_000);
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      levels.add(new Level(Price.ofE4(e4), Quantity.ofShares(random.nextInt(1, 30))));
      e4 += random.nextInt(1, 1_000);
    }
    return levels;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {4, 5, 6})
  void feesAreTheFormulaRoundedAsTheVenueRounds(long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < TIMES; i++) {
      Price price = price(random);
      Quantity quantity = shares(random, 1_000);
      BigDecimal variance =
          number(price).multiply(BigDecimal.ONE.subtract(number(price))).multiply(number(quantity));
      BigDecimal curve = new BigDecimal("0.04").multiply(variance).setScale(5, RoundingMode.DOWN);
      Usd charged = charged(new FeeSchedule.TakerCurve(Ratio.ofPercent(4), 1), price, quantity);
      assertEquals(0, curve.compareTo(dollars(charged)));

      BigDecimal trade = new BigDecimal("0.07").multiply(variance).setScale(4, RoundingMode.UP);
      BigDecimal value = number(price).multiply(number(quantity));
      // the balance after it is cut to a hundredth of a cent, at the member's cost
      BigDecimal all = value.add(trade).setScale(4, RoundingMode.UP);
      Usd quadratic = charged(new FeeSchedule.Quadratic(700, 0, 10_000), price, quantity);
      assertEquals(0, all.subtract(value).compareTo(dollars(quadratic)));
    }
  }

  private static Usd charged(FeeSchedule schedule, Price price, Quantity quantity) {
    return Fees.STANDARD.charged(schedule, Fill.Liquidity.TAKER, Side.BUY, price, quantity);
  }

  /** Bought, sold and taken back at random: cash, position and earnings as counted on fingers. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {7, 8, 9})
  void cashPositionAndEarningsAreTheSumOfWhatStands(long seed) {
    var random = new SplittableRandom(seed);
    var portfolio = Portfolio.pooled();
    var opening = new AccountSnapshot.Cash(0, Usd.ofDollars(100_000), 1);
    portfolio.cashReported(VenueId.POLYMARKET, opening, AT);
    var stands = new ArrayList<Fill>();
    for (int i = 0; i < TIMES; i++) {
      Fill next = next(random, stands, i);
      portfolio.apply(next, Attribution.EXTERNAL);
      stands.removeIf(fill -> fill.key().equals(next.key()));
      if (next.status() != FillStatus.VOIDED) {
        stands.add(next);
      }
      BigDecimal cash = new BigDecimal(100_000);
      BigDecimal held = BigDecimal.ZERO;
      BigDecimal fees = BigDecimal.ZERO;
      for (Fill fill : stands) {
        BigDecimal sign = fill.side() == Side.BUY ? BigDecimal.ONE : BigDecimal.ONE.negate();
        BigDecimal value = number(fill.price()).multiply(number(fill.quantity()));
        cash = cash.subtract(sign.multiply(value)).subtract(dollars(fill.fee()));
        held = held.add(sign.multiply(number(fill.quantity())));
        fees = fees.add(dollars(fill.fee()));
      }
      assertEquals(0, cash.compareTo(dollars(portfolio.cash(VenueId.POLYMARKET, 0).total())));
      assertEquals(0, held.compareTo(number(portfolio.position(MARKET.yes()).quantity())));
      BigDecimal booked =
          portfolio.pnl().stream()
              .map(PnlDay::fees)
              .map(NaiveTwinTest::dollars)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertEquals(0, fees.compareTo(booked));
      earnings(portfolio, stands, cash);
    }
    assertFalse(stands.isEmpty());
  }

  /** What was earned is what cash and the cost of what is held have become more. */
  private static void earnings(Portfolio portfolio, List<Fill> stands, BigDecimal cash) {
    BigDecimal net = dollars(portfolio.net(AT.atZone(java.time.ZoneOffset.UTC).toLocalDate()));
    BigDecimal cost = dollars(portfolio.position(MARKET.yes()).cost());
    BigDecimal grown = cash.add(cost).subtract(new BigDecimal(100_000));
    assertEquals(0, grown.compareTo(net), () -> stands.size() + " fills: " + grown + ", " + net);
  }

  /** Mostly purchases; a sale of what is held; a purchase of the last few taken back. */
  private static Fill next(SplittableRandom random, List<Fill> stands, int number) {
    long held =
        stands.stream()
            .mapToLong(f -> f.side() == Side.BUY ? f.quantity().e6() : -f.quantity().e6())
            .sum();
    if (!stands.isEmpty() && random.nextInt(5) == 0) {
      Fill last = stands.getLast();
      if (last.side() == Side.BUY && last.quantity().e6() <= held) {
        return last.withStatus(FillStatus.VOIDED);
      }
    }
    boolean sells = held > 0 && random.nextInt(3) == 0;
    Quantity most = sells ? Quantity.ofE6(held) : shares(random, 200);
    return new Fill(
        new Fill.Key("polymarket", "t" + number, "o" + number),
        null,
        MARKET.yes(),
        sells ? Side.SELL : Side.BUY,
        sells ? most.min(shares(random, 100)) : most,
        price(random),
        Usd.ofE6(random.nextInt(100_000)),
        Fill.Liquidity.TAKER,
        FillStatus.PROVISIONAL,
        AT.plusSeconds(number));
  }
}
