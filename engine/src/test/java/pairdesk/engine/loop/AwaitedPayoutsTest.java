package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.Relation;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.Side;
import pairdesk.engine.portfolio.Attribution;
import pairdesk.engine.portfolio.Portfolio;
import pairdesk.engine.venue.AccountSnapshot.Payout;

/** 100 shares of YES at 0.40 on the left, 100 of NO at 0.55 on the right, unless told otherwise. */
class AwaitedPayoutsTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final MarketId LEFT = MarketId.kalshi("KXRAIN");
  private static final MarketId RIGHT = MarketId.polymarket("0xrain");

  private final Portfolio portfolio = Portfolio.pooled();
  private int fills;

  @ParameterizedTest(name = "the left pays {0} a share of YES: {1}")
  @CsvSource({"0, 45", "10000, -55", "2500, 20"})
  void theSecondMarketIsExpectedToPayAsTheFirstDid(int yesE4, String gain) {
    buy(LEFT.yes(), "100", "0.40");
    buy(RIGHT.no(), "100", "0.55");
    pay(LEFT, yesE4, NOON);
    assertEquals(both(gain), awaited(Relation.SAME));
  }

  @Test
  void theRightMayPayFirst() {
    buy(LEFT.yes(), "100", "0.40");
    buy(RIGHT.no(), "100", "0.55");
    pay(RIGHT, 10_000, NOON);
    assertEquals(both("60"), awaited(Relation.SAME));
  }

  @Test
  void ofMarketsThatAskTheOppositeTheSameOutcomeHedges() {
    buy(LEFT.yes(), "100", "0.40");
    buy(RIGHT.yes(), "100", "0.55");
    pay(LEFT, 0, NOON);
    assertEquals(both("45"), awaited(Relation.INVERSE));
    assertEquals(both("0"), awaited(Relation.SAME));
  }

  @Test
  void onlySharesThatWereHedgedCount() {
    buy(LEFT.yes(), "60", "0.40");
    buy(RIGHT.no(), "100", "0.55");
    pay(LEFT, 0, NOON);
    assertEquals(both("27"), awaited(Relation.SAME));
  }

  @Test
  void isOverWhenBothHavePaid() {
    buy(LEFT.yes(), "100", "0.40");
    buy(RIGHT.no(), "100", "0.55");
    pay(LEFT, 0, NOON);
    pay(RIGHT, 0, NOON);
    assertEquals(both("0"), awaited(Relation.SAME));
    assertEquals(Usd.ofDollars(5), portfolio.net(LocalDate.parse("2026-11-20")));
  }

  @Test
  void whatTheFirstLostYesterdayIsNotSetAgainstToday() {
    buy(LEFT.yes(), "100", "0.40");
    buy(RIGHT.no(), "100", "0.55");
    pay(LEFT, 0, NOON.minus(Duration.ofDays(1)));
    assertEquals(new AwaitedPayouts(Usd.ofDollars(45), Usd.ZERO), awaited(Relation.SAME));
  }

  @Test
  void sharesOfSeveralPairsAreCountedOnce() {
    MarketId other = MarketId.polymarket("0xother");
    buy(LEFT.yes(), "100", "0.40");
    buy(RIGHT.no(), "80", "0.55");
    buy(other.no(), "80", "0.50");
    pay(LEFT, 0, NOON);
    var pairs = List.of(pair(1, RIGHT, Relation.SAME), pair(2, other, Relation.SAME));
    // 80 × 0.45 and 20 × 0.50
    assertEquals(both("46"), AwaitedPayouts.of(portfolio, pairs, NOON));
  }

  private AwaitedPayouts awaited(Relation relation) {
    return AwaitedPayouts.of(portfolio, List.of(pair(1, RIGHT, relation)), NOON);
  }

  private static AwaitedPayouts both(String dollars) {
    return new AwaitedPayouts(Usd.parse(dollars), Usd.parse(dollars));
  }

  private static Pair pair(long id, MarketId right, Relation relation) {
    return new Pair(new PairId(id), LEFT, right, relation, PairStatus.EXPIRED, "hash");
  }

  private void pay(MarketId market, int yesE4, Instant at) {
    portfolio.applyPayout(new Payout(market, yesE4, Usd.ZERO, at));
  }

  private void buy(Instrument instrument, String shares, String price) {
    fills++;
    portfolio.apply(
        new Fill(
            new Fill.Key(instrument.venue().code(), "t" + fills, "o" + fills),
            null,
            instrument,
            Side.BUY,
            Quantity.parse(shares),
            Price.parse(price),
            Usd.ZERO,
            Fill.Liquidity.TAKER,
            FillStatus.FINAL,
            NOON),
        Attribution.EXTERNAL);
  }
}
