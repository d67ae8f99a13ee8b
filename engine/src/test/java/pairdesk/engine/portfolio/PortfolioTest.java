package pairdesk.engine.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.Side;
import pairdesk.engine.venue.AccountSnapshot.Cash;
import pairdesk.engine.venue.AccountSnapshot.Payout;

class PortfolioTest {
  private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-10-01");
  private static final MarketId KALSHI = MarketId.kalshi("KXRAIN-26OCT01");
  private static final MarketId POLY = MarketId.polymarket("0xrain");
  private static final LocalDate TODAY = LocalDate.ofInstant(NOON, ZoneOffset.UTC);
  private static final Attribution PAIR_1 = new Attribution("cross-venue", new PairId(1));
  private static final Attribution PAIR_2 = new Attribution("cross-venue", new PairId(2));

  private final Portfolio portfolio = new Portfolio(_ -> 0);
  private int trades;

  @Test
  void buysAtAverageCostAndRealisesOnSale() {
    open(VenueId.POLYMARKET, "100");
    apply(buy(POLY.yes(), "10", "0.40", "0.05"));
    apply(buy(POLY.yes(), "30", "0.48", "0.15"));
    var change = apply(sell(POLY.yes(), "20", "0.50", "0.10"));

    // 40 cost 18.40, so 20 cost 9.20 and bring 10.00
    var expected = position(POLY.yes(), "20", "9.20", "0.30", "0.80");
    assertEquals(expected, portfolio.position(POLY.yes()));
    assertEquals(List.of(expected, Position.flat(POLY.no())), change.positions());
    assertEquals(List.of(pnl(VenueId.POLYMARKET, PAIR_1, "0.80", "0.30")), change.pnl());
    assertEquals(Usd.parse("91.30"), change.cash().getFirst().total());
    assertEquals(Usd.parse("0.50"), portfolio.net(DAY));
  }

  @Test
  void countsTheSameFillOnce() {
    Fill fill = buy(POLY.yes(), "10", "0.40", "0.05");
    apply(fill);
    assertTrue(apply(fill).isEmpty());
    assertEquals(Quantity.ofShares(10), portfolio.position(POLY.yes()).quantity());
  }

  @Test
  void closesPairsAtADollarOnKalshi() {
    open(VenueId.KALSHI, "100");
    apply(buy(KALSHI.yes(), "10", "0.40", "0"));
    apply(buy(KALSHI.no(), "15", "0.55", "0"));

    // ten pairs pay 10.00 and cost 4.00 and 5.50; five NO stay
    assertEquals(position(KALSHI.yes(), "0", "0", "0", "0.50"), portfolio.position(KALSHI.yes()));
    assertEquals(position(KALSHI.no(), "5", "2.75", "0", "0"), portfolio.position(KALSHI.no()));
    assertEquals(Usd.parse("97.75"), portfolio.cash(VenueId.KALSHI, 0).total());
    assertEquals(List.of(), portfolio.brokenIdentities());
  }

  @Test
  void sellingOnKalshiBeyondWhatIsHeldOpensTheOtherSide() {
    open(VenueId.KALSHI, "100");
    apply(buy(KALSHI.yes(), "10", "0.40", "0"));
    apply(sell(KALSHI.yes(), "12", "0.45", "0"));
    assertEquals(position(KALSHI.yes(), "0", "0", "0", "0.50"), portfolio.position(KALSHI.yes()));
    assertEquals(position(KALSHI.no(), "2", "1.10", "0", "0"), portfolio.position(KALSHI.no()));
  }

  @Test
  void knowsASaleAgainThatAListTellsAsAPurchaseOfTheOtherSide() {
    apply(buy(KALSHI.yes(), "10", "0.40", "0"));
    Fill sale = sell(KALSHI.yes(), "10", "0.45", "0.02");
    apply(sale);
    assertTrue(apply(sale.ofOpposite()).isEmpty());
    assertEquals(List.of(), portfolio.brokenIdentities());
  }

  @Test
  void takesASaleForAnotherTradeWhereSidesAreHeldApart() {
    apply(buy(POLY.yes(), "10", "0.40", "0"));
    Fill sale = sell(POLY.yes(), "10", "0.45", "0");
    apply(sale);
    apply(sale.ofOpposite());
    assertEquals(1, portfolio.brokenIdentities().size());
  }

  @Test
  void holdsBothTokensOnPolymarket() {
    apply(buy(POLY.yes(), "10", "0.40", "0"));
    apply(buy(POLY.no(), "10", "0.55", "0"));
    assertEquals(Quantity.ofShares(10), portfolio.position(POLY.yes()).quantity());
    assertEquals(Quantity.ofShares(10), portfolio.position(POLY.no()).quantity());
  }

  @Test
  @Tag("fault:T11")
  void aVoidedFillLeavesNothingBehind() {
    open(VenueId.POLYMARKET, "100");
    apply(buy(POLY.yes(), "3", "0.41", "0.01"));
    apply(sell(POLY.yes(), "1", "0.43", "0.01"));
    var before = List.of(portfolio.positions(), portfolio.cash(), portfolio.pnl());

    Fill failing = buy(POLY.yes(), "7", "0.3333", "0.07").withStatus(FillStatus.PROVISIONAL);
    apply(failing);
    assertEquals(Quantity.ofShares(7), portfolio.position(POLY.yes()).provisional());
    assertEquals(Usd.parse("2.3331"), portfolio.provisional(POLY));
    apply(failing.withStatus(FillStatus.VOIDED));

    assertEquals(before, List.of(portfolio.positions(), portfolio.cash(), portfolio.pnl()));
    assertTrue(apply(failing).isEmpty(), "a voided fill stays voided");
  }

  @Test
  void voidingAPurchaseThatWasSoldIsABrokenIdentity() {
    Fill bought = buy(POLY.yes(), "5", "0.40", "0");
    apply(bought);
    apply(sell(POLY.yes(), "5", "0.45", "0"));
    assertEquals(List.of(), portfolio.brokenIdentities());
    apply(bought.withStatus(FillStatus.VOIDED));
    assertEquals(
        List.of("polymarket:0xrain: sold 5 shares more than were held"),
        portfolio.brokenIdentities());
  }

  @Test
  void aFillOnceFinalIsNotProvisionalAgain() {
    Fill fill = buy(POLY.yes(), "5", "0.40", "0");
    apply(fill.withStatus(FillStatus.PROVISIONAL));
    assertFalse(apply(fill.withStatus(FillStatus.FINAL)).isEmpty());
    assertTrue(apply(fill.withStatus(FillStatus.PROVISIONAL)).isEmpty());
    assertEquals(Usd.ZERO, portfolio.provisional(POLY));
  }

  @Test
  void namesAFillThatIsReportedWithOtherNumbers() {
    Fill fill = buy(POLY.yes(), "5", "0.40", "0");
    apply(fill);
    var other =
        new Fill(
            fill.key(),
            null,
            fill.instrument(),
            fill.side(),
            Quantity.ofShares(6),
            fill.price(),
            fill.fee(),
            fill.liquidity(),
            fill.status(),
            fill.at());
    assertTrue(apply(other).isEmpty());
    assertEquals(1, portfolio.brokenIdentities().size());
    assertEquals(Quantity.ofShares(5), portfolio.position(POLY.yes()).quantity());
  }

  @Test
  void keepsEarningsOfPairsApart() {
    portfolio.apply(buy(POLY.yes(), "10", "0.40", "0"), PAIR_1);
    portfolio.apply(buy(POLY.yes(), "10", "0.60", "0"), PAIR_2);
    portfolio.apply(sell(POLY.yes(), "15", "0.50", "0"), PAIR_1);
    // ten of the first at a gain of 0.10, five of the second at a loss of 0.10
    assertEquals(
        List.of(
            pnl(VenueId.POLYMARKET, PAIR_1, "1.00", "0"),
            pnl(VenueId.POLYMARKET, PAIR_2, "-0.50", "0")),
        portfolio.pnl());
  }

  @Test
  void paysOutWhatSharesAreWorth() {
    open(VenueId.KALSHI, "100");
    apply(buy(KALSHI.yes(), "10", "0.40", "0.10"));
    var payout = new Payout(KALSHI, 10_000, Usd.ofDollars(10), NOON);
    portfolio.applyPayout(payout);
    assertEquals(position(KALSHI.yes(), "0", "0", "0.10", "6"), portfolio.position(KALSHI.yes()));
    assertEquals(Usd.parse("105.90"), portfolio.cash(VenueId.KALSHI, 0).total());
    assertTrue(portfolio.applyPayout(payout).isEmpty());
    assertEquals(Set.of(), portfolio.committedMarkets());
  }

  @Test
  void aRedemptionLaterThanTheResolutionCorrectsTheCash() {
    open(VenueId.POLYMARKET, "100");
    apply(buy(POLY.no(), "10", "0.40", "0"));
    portfolio.applyPayout(new Payout(POLY, 0, Usd.ZERO, NOON));
    assertEquals(
        List.of("polymarket:0xrain: paid $0.00, its shares were worth $10.00"),
        portfolio.payoutDifferences());
    portfolio.applyPayout(new Payout(POLY, 0, Usd.ofDollars(10), NOON));
    assertEquals(List.of(), portfolio.payoutDifferences());
    assertEquals(Usd.ofDollars(106), portfolio.cash(VenueId.POLYMARKET, 0).total());
    assertEquals(Usd.ofDollars(6), portfolio.net(DAY));
  }

  @Test
  void aFillSpendsItsReservation() {
    open(VenueId.POLYMARKET, "100");
    var order = new ClientOrderId("order-1");
    portfolio.reserve(order, POLY.yes(), Usd.ofDollars(5));
    assertEquals(Usd.ofDollars(95), portfolio.free(VenueId.POLYMARKET, 0));
    apply(buy(POLY.yes(), "5", "0.40", "0.02").withOrder(order));

    // 2.02 went from the reservation into the position
    assertEquals(Usd.parse("2.98"), portfolio.cash(VenueId.POLYMARKET, 0).reserved());
    assertEquals(Usd.ofDollars(95), portfolio.free(VenueId.POLYMARKET, 0));
    assertEquals(Usd.parse("4.98"), portfolio.committed(POLY));
    portfolio.release(order);
    assertEquals(Usd.parse("97.98"), portfolio.free(VenueId.POLYMARKET, 0));
    assertEquals(Usd.parse("99.98"), portfolio.capital());
    assertTrue(portfolio.release(order).isEmpty());
  }

  @Test
  void hasNoCashBeforeTheVenueHasSaidSo() {
    assertEquals(Usd.ZERO, portfolio.free(VenueId.KALSHI, 0));
    assertEquals(Usd.ZERO, portfolio.capital());
  }

  @Test
  @Tag("fault:R29")
  void spendsByTheLowerOfLedgerAndReport() {
    open(VenueId.KALSHI, "100");
    CashReport lower = report(VenueId.KALSHI, "90");
    assertEquals(Usd.ofDollars(-10), lower.difference());
    assertTrue(lower.isAlarming());
    assertEquals(Usd.ofDollars(90), portfolio.free(VenueId.KALSHI, 0));

    report(VenueId.KALSHI, "120");
    assertEquals(Usd.ofDollars(100), portfolio.free(VenueId.KALSHI, 0));
    portfolio.acceptReported(VenueId.KALSHI, 0);
    assertEquals(Usd.ofDollars(120), portfolio.free(VenueId.KALSHI, 0));
  }

  @Test
  void aReportBesideMovingFillsProvesNothing() {
    open(VenueId.POLYMARKET, "100");
    apply(buy(POLY.yes(), "10", "0.40", "0").withStatus(FillStatus.PROVISIONAL));
    assertFalse(report(VenueId.POLYMARKET, "100").isAlarming());
  }

  @Test
  void isTheSameAfterARestart() {
    open(VenueId.POLYMARKET, "100");
    Fill first = buy(POLY.yes(), "7", "0.41", "0.03");
    Fill second = sell(POLY.yes(), "3", "0.47", "0.02");
    apply(first);
    apply(second);
    var restarted =
        Portfolio.from(
            new History(
                List.of(new History.Booked(first, PAIR_1), new History.Booked(second, PAIR_1)),
                List.of(),
                portfolio.cash(),
                portfolio.pnl()),
            _ -> 0);
    assertEquals(portfolio.positions(), restarted.positions());
    assertEquals(portfolio.cash(), restarted.cash());
    assertEquals(portfolio.pnl(), restarted.pnl());
    assertTrue(restarted.apply(first, PAIR_1).isEmpty());

    Fill third = sell(POLY.yes(), "4", "0.50", "0.02");
    portfolio.apply(third, PAIR_1);
    restarted.apply(third, PAIR_1);
    assertEquals(portfolio.pnl(), restarted.pnl());
    assertEquals(portfolio.cash(), restarted.cash());
  }

  @Test
  void earnsAfterARestartWhatItsFillsEarnedThoughTheirRowsWereNotWritten() {
    open(VenueId.POLYMARKET, "100");
    Fill first = buy(POLY.yes(), "7", "0.41", "0.03");
    apply(first);
    List<PnlDay> written = portfolio.pnl();
    Fill second = sell(POLY.yes(), "3", "0.47", "0.02");
    apply(second);
    // the strategy of an execution that is over for long is not loaded
    var elsewhere = new Attribution("another", PAIR_1.pair());
    var restarted =
        Portfolio.from(
            new History(
                List.of(
                    new History.Booked(first, elsewhere), new History.Booked(second, elsewhere)),
                List.of(),
                portfolio.cash(),
                written),
            _ -> 0);
    assertEquals(portfolio.net(TODAY), restarted.net(TODAY));
    var again =
        Portfolio.from(
            new History(
                List.of(
                    new History.Booked(first, elsewhere), new History.Booked(second, elsewhere)),
                List.of(),
                portfolio.cash(),
                restarted.pnl()),
            _ -> 0);
    assertEquals(restarted.pnl(), again.pnl());
  }

  @Test
  void leavesRowsOfMarketsThatAreNotLoadedAsTheyWereWritten() {
    var row =
        new PnlDay(
            TODAY, VenueId.KALSHI, "cross-venue", PAIR_1.pair(), Usd.parse("5"), Usd.parse("1"));
    var restarted =
        Portfolio.from(new History(List.of(), List.of(), List.of(), List.of(row)), _ -> 0);
    assertEquals(List.of(row), restarted.pnl());
  }

  @Test
  void knowsShardsApart() {
    var sharded = new Portfolio(market -> market.equals(KALSHI) ? 3 : 0);
    sharded.cashReported(VenueId.KALSHI, new Cash(3, Usd.ofDollars(50), 1), NOON);
    sharded.apply(buy(KALSHI.yes(), "10", "0.40", "0"), PAIR_1);
    assertEquals(Usd.ofDollars(46), sharded.cash(VenueId.KALSHI, 3).total());
    assertEquals(Usd.ZERO, sharded.cash(VenueId.KALSHI, 0).total());
  }

  private PortfolioChange apply(Fill fill) {
    return portfolio.apply(fill, PAIR_1);
  }

  private void open(VenueId venue, String dollars) {
    report(venue, dollars);
  }

  private CashReport report(VenueId venue, String dollars) {
    return portfolio.cashReported(venue, new Cash(0, Usd.parse(dollars), 1), NOON.plusSeconds(60));
  }

  private Fill buy(Instrument instrument, String shares, String price, String fee) {
    return fill(instrument, Side.BUY, shares, price, fee);
  }

  private Fill sell(Instrument instrument, String shares, String price, String fee) {
    return fill(instrument, Side.SELL, shares, price, fee);
  }

  private Fill fill(Instrument instrument, Side side, String shares, String price, String fee) {
    trades++;
    return new Fill(
        new Fill.Key(instrument.venue().code(), "trade-" + trades, "order-" + trades),
        null,
        instrument,
        side,
        Quantity.parse(shares),
        Price.parse(price),
        Usd.parse(fee),
        Fill.Liquidity.TAKER,
        FillStatus.FINAL,
        NOON);
  }

  private static Position position(
      Instrument instrument, String shares, String cost, String fees, String realised) {
    return new Position(
        instrument,
        Quantity.parse(shares),
        Quantity.ZERO,
        Usd.parse(cost),
        Usd.parse(fees),
        Usd.parse(realised));
  }

  private static PnlDay pnl(VenueId venue, Attribution of, String realised, String fees) {
    return new PnlDay(DAY, venue, of.strategy(), of.pair(), Usd.parse(realised), Usd.parse(fees));
  }
}
