package pairdesk.engine.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.Side;
import pairdesk.engine.venue.AccountSnapshot.Cash;

/** Random fills, repeated, settled and taken back in any order. */
class PortfolioPropertyTest {
  private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");
  private static final Usd START = Usd.ofDollars(100_000);
  private static final List<MarketId> MARKETS =
      List.of(
          MarketId.kalshi("KXA"),
          MarketId.kalshi("KXB"),
          MarketId.polymarket("0xa"),
          MarketId.polymarket("0xb"));

  static LongStream seeds() {
    Long given = Long.getLong("seed");
    return given != null ? LongStream.of(given) : LongStream.range(0, 200);
  }

  /** What goes out as cash stands as cost, went as a fee, or was lost: to the micro-dollar. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void cashAndCostAndEarningsBalance(long seed) {
    var portfolio = opened();
    for (Fill report : reports(new Random(seed))) {
      portfolio.apply(report, owner(report));
      Usd net =
          portfolio.pnl().stream()
              .map(day -> day.realised().minus(day.fees()))
              .reduce(Usd.ZERO, Usd::plus);
      assertEquals(START.plus(START).plus(net), portfolio.equity());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void voidedFillsMightNeverHaveBeen(long seed) {
    List<Fill> reports = reports(new Random(seed));
    var voided =
        reports.stream().filter(f -> f.status() == FillStatus.VOIDED).map(Fill::key).toList();
    var portfolio = opened();
    var without = opened();
    for (Fill report : reports) {
      portfolio.apply(report, owner(report));
      if (!voided.contains(report.key())) {
        without.apply(report, owner(report));
      }
    }
    assertEquals(without.cash(), portfolio.cash());
    assertEquals(traded(without), traded(portfolio));
    assertEquals(
        without.pnl(),
        portfolio.pnl().stream()
            .filter(day -> !(day.realised().isZero() && day.fees().isZero()))
            .toList());
  }

  private static List<Position> traded(Portfolio portfolio) {
    return portfolio.positions().stream()
        .filter(position -> !position.equals(Position.flat(position.instrument())))
        .toList();
  }

  private static Portfolio opened() {
    var portfolio = new Portfolio(_ -> 0);
    for (MarketId market : List.of(MARKETS.getFirst(), MARKETS.getLast())) {
      portfolio.cashReported(market.venue(), new Cash(0, START, 1), NOON);
    }
    return portfolio;
  }

  private static Attribution owner(Fill fill) {
    return new Attribution(
        "cross-venue", new PairId(1 + Math.floorMod(fill.key().trade().hashCode(), 2)));
  }

  /** Each fill once or more, PROVISIONAL first at times, a tenth of them VOIDED in the end. */
  private static List<Fill> reports(Random random) {
    var reports = new ArrayList<Fill>();
    for (int trade = 0; trade < 40; trade++) {
      Fill fill = fill(random, trade);
      int ways = random.nextInt(10);
      if (ways < 5) {
        reports.add(fill.withStatus(FillStatus.PROVISIONAL));
      }
      if (ways > 0) {
        reports.add(fill);
      } else {
        reports.add(fill.withStatus(FillStatus.VOIDED));
      }
      if (ways > 7) {
        reports.add(fill);
      }
    }
    return reports;
  }

  private static Fill fill(Random random, int trade) {
    MarketId market = MARKETS.get(random.nextInt(MARKETS.size()));
    Instrument instrument = random.nextBoolean() ? market.yes() : market.no();
    boolean polymarket = market.venue().code().equals("polymarket");
    Side side = random.nextInt(3) > 0 ? Side.BUY : Side.SELL;
    long shares =
        polymarket ? 1 + random.nextInt(50_000_000) : 10_000L * (1 + random.nextInt(5_000));
    return new Fill(
        new Fill.Key(market.venue().code(), "t" + trade, "o" + trade),
        null,
        instrument,
        side,
        Quantity.ofE6(shares),
        Price.ofE4(1 + random.nextInt(9_999)),
        Usd.ofE6(random.nextInt(1_000_000)),
        Fill.Liquidity.TAKER,
        FillStatus.FINAL,
        NOON);
  }
}
