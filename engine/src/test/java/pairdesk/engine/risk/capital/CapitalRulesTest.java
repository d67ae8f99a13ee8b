package pairdesk.engine.risk.capital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pairdesk.engine.sample.RiskScene.LEFT;
import static pairdesk.engine.sample.RiskScene.RIGHT;
import static pairdesk.engine.sample.SampleMarkets.NOW;
import static pairdesk.engine.sample.SampleMarkets.book;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Edge;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.portfolio.Exposure;
import pairdesk.engine.risk.Cap;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.sample.RiskScene;
import pairdesk.engine.sample.SampleMarkets;

/** Without fees, so that 100 shares are $40 on the left and $55 on the right; capital $10,000. */
class CapitalRulesTest {
  private static final Verdict ALLOW = new Verdict.Allow();

  private final RiskScene scene = new RiskScene();

  CapitalRulesTest() {
    scene
        .view
        .put(SampleMarkets.withFees(SampleMarkets.kalshi(LEFT), new FeeSchedule.Free()))
        .put(SampleMarkets.withFees(SampleMarkets.polymarket(RIGHT), new FeeSchedule.Free()));
  }

  @Test
  @Tag("fault:R29")
  void wantsBothAccountsReconciledAndReported() {
    var rule = new ReconciledRule(Duration.ofMinutes(2));
    scene.now = NOW.plus(Duration.ofMinutes(2));
    assertEquals(ALLOW, judge(rule));
    scene.now = NOW.plus(Duration.ofMinutes(2)).plusMillis(1);
    assertEquals(
        new Verdict.Refuse("reconciled", "Kalshi's cash was last reported at " + NOW), judge(rule));
    scene.reconciled = Set.of(VenueId.KALSHI);
    scene.now = NOW;
    assertEquals(
        new Verdict.Refuse("reconciled", "Polymarket's account is not reconciled"), judge(rule));
  }

  @Test
  void stopsWhenTooMuchIsUnhedgedAlready() {
    var rule = new UnhedgedRule(cap(100, 5));
    scene.exposure = new Exposure(Usd.ofDollars(100), Usd.ZERO);
    assertEquals(ALLOW, judge(rule));
    scene.exposure = new Exposure(Usd.parse("100.000001"), Usd.ZERO);
    assertEquals(
        new Verdict.Refuse("unhedged", "$100.000001 is unhedged, of at most $100.00"), judge(rule));
  }

  @Test
  void theShareOfCapitalCountsWhereItIsTighter() {
    var rule = new UnhedgedRule(cap(100, 5));
    scene.cash(VenueId.KALSHI, "0").cash(VenueId.POLYMARKET, "1000");
    scene.exposure = new Exposure(Usd.ofDollars(50), Usd.ZERO);
    assertEquals(ALLOW, judge(rule));
    scene.exposure = new Exposure(Usd.parse("50.000001"), Usd.ZERO);
    assertEquals(
        new Verdict.Refuse("unhedged", "$50.000001 is unhedged, of at most $50.00"), judge(rule));
  }

  @Test
  void countsTheDearestLegAsOpenRisk() {
    var rule = new OpenRiskRule(cap(1_000, 20));
    scene.exposure = new Exposure(Usd.ZERO, Usd.ofDollars(945));
    assertEquals(ALLOW, judge(rule));
    scene.exposure = new Exposure(Usd.ZERO, Usd.ofDollars(967));
    assertEquals(
        new Verdict.Shrink(
            Quantity.ofShares(60),
            "open-risk",
            "open risk $967.00 + $55.00 of $1000.00: room for $33.00, 60 shares"),
        judge(rule));
    scene.exposure = new Exposure(Usd.ZERO, Usd.ofDollars(1_000));
    assertEquals(
        new Verdict.Refuse("open-risk", "open risk $1000.00 + $55.00 of $1000.00: no room"),
        judge(rule));
  }

  /** Three legs, the third as dear as the second: 40, 55 and 55 dollars. */
  @Test
  void countsAsManyLegsAsMayEndWorthlessAsOpenRisk() {
    var rule = new OpenRiskRule(cap(1_000, 20));
    scene.exposure = new Exposure(Usd.ZERO, Usd.ofDollars(945));
    assertEquals(
        new Verdict.Shrink(
            Quantity.ofShares(50),
            "open-risk",
            "open risk $945.00 + $110.00 of $1000.00: room for $55.00, 50 shares"),
        rule.judge(ofThree(1), scene.context()));
    assertEquals(ALLOW, rule.judge(ofThree(2), scene.context()));
  }

  /** Of $55 the bids give back 31.80, 4.30 and 0.30; the other leg alone loses a dollar. */
  @Test
  void boundsWhatSellingALegAgainLoses() {
    scene.view.put(book(LEFT.yes(), "0.39 x 1000", "0.40 x 1000"));
    scene.view.put(book(RIGHT.no(), "0.53 x 60, 0.43 x 10, 0.01 x 1000", "0.55 x 1000"));
    assertEquals(ALLOW, judge(partialLoss("18.60")));
    assertEquals(
        cutTo("50", "$18.60 of at most $9.30: room for $9.30"), judge(partialLoss("9.30")));
  }

  @Test
  void countsSharesThatNobodyBidsForAsLost() {
    scene.view.put(book(RIGHT.no(), "", "0.55 x 1000"));
    assertEquals(ALLOW, judge(partialLoss("55")));
    assertEquals(
        cutTo("60", "$55.00 of at most $33.00: room for $33.00"), judge(partialLoss("33")));
  }

  /** 100 at 0.40 cost a fee of $1.68, and sold at 0.38 one of $1.65. */
  @Test
  void countsTheFeesOfPurchaseAndSaleAsLost() {
    scene.view.put(SampleMarkets.kalshi(LEFT));
    scene.view.put(book(LEFT.yes(), "0.38 x 1000", "0.40 x 1000"));
    scene.view.put(book(RIGHT.no(), "0.55 x 1000", "0.55 x 1000"));
    assertEquals(ALLOW, judge(partialLoss("5.3292")));
    assertEquals(
        cutTo("50", "$5.3292 of at most $2.6646: room for $2.6646"), judge(partialLoss("2.6646")));
  }

  @Test
  void countsAllLegsButTheOneWhoseSaleLosesLeast() {
    scene.view.put(book(LEFT.yes(), "0.39 x 1000", "0.40 x 1000"));
    scene.view.put(book(RIGHT.no(), "0.50 x 1000", "0.55 x 1000"));
    assertEquals(
        cutTo("50", "$10.00 of at most $5.00: room for $5.00"),
        partialLoss("5").judge(ofThree(1), scene.context()));
  }

  private static RiskRule partialLoss(String dollars) {
    return new PartialLossRule(new Cap(Usd.parse(dollars), Ratio.ONE), Fees.STANDARD);
  }

  private static Verdict cutTo(String shares, String why) {
    return new Verdict.Shrink(
        Quantity.parse(shares),
        "partial-loss",
        "without one leg, selling the rest again loses " + why + ", " + shares + " shares");
  }

  private Opportunity.Bundle ofThree(int paying) {
    Opportunity.Bundle two = scene.bundle("100");
    List<Leg> legs = List.of(two.legs().getFirst(), two.legs().getLast(), two.legs().getLast());
    var edge = new Edge(Usd.ofDollars(100L * paying), two.edge().cost(), Usd.ZERO, Usd.ZERO, null);
    return new Opportunity.Bundle(two.id(), "basket", null, legs, edge, two.at());
  }

  @Test
  void boundsWhatPolymarketMayStillTakeBack() {
    var rule = new ProvisionalRule(cap(500, 10));
    scene.hold(RIGHT.yes(), "890", "0.50", FillStatus.PROVISIONAL);
    assertEquals(ALLOW, judge(rule));
    scene.hold(RIGHT.yes(), "44", "0.50", FillStatus.PROVISIONAL);
    assertEquals(
        new Verdict.Shrink(
            Quantity.ofShares(60),
            "provisional",
            "polymarket:0xrain: provisional $467.00 + $55.00 of $500.00: room for $33.00, 60"
                + " shares"),
        judge(rule));
    scene.hold(RIGHT.yes(), "66", "0.50", FillStatus.PROVISIONAL);
    assertEquals(
        new Verdict.Refuse(
            "provisional", "polymarket:0xrain: provisional $500.00 + $55.00 of $500.00: no room"),
        judge(rule));
  }

  @Test
  void finalFillsAreNotProvisional() {
    scene.hold(RIGHT.yes(), "2000", "0.50", FillStatus.FINAL);
    assertEquals(ALLOW, judge(new ProvisionalRule(cap(500, 10))));
  }

  @Test
  void boundsOneTrade() {
    assertEquals(ALLOW, judge(new OneTradeRule(cap(95, 30))));
    assertEquals(
        new Verdict.Shrink(
            Quantity.ofShares(80),
            "one-trade",
            "trade $95.00 of $76.00: room for $76.00, 80 shares"),
        judge(new OneTradeRule(cap(76, 30))));
  }

  @Test
  void boundsOneTradeByCapital() {
    scene.cash(VenueId.KALSHI, "100").cash(VenueId.POLYMARKET, "100");
    assertEquals(
        new Verdict.Shrink(
            Quantity.parse("63.157894"),
            "one-trade",
            "trade $95.00 of $60.00: room for $60.00, 63.157894 shares"),
        judge(new OneTradeRule(cap(1_000, 30))));
  }

  @Test
  @Tag("fault:N4")
  void boundsOneMarketWithItsReservations() {
    var rule = new OneMarketRule(Usd.ofDollars(200));
    scene.hold(RIGHT.no(), "200", "0.50", FillStatus.FINAL);
    scene.portfolio.reserve(new ClientOrderId("open"), RIGHT.no(), Usd.ofDollars(45));
    assertEquals(ALLOW, judge(rule));
    scene.portfolio.reserve(new ClientOrderId("more"), RIGHT.yes(), Usd.ofDollars(22));
    assertEquals(
        new Verdict.Shrink(
            Quantity.ofShares(60),
            "one-market",
            "polymarket:0xrain: open $167.00 + $55.00 of $200.00: room for $33.00, 60 shares"),
        judge(rule));
  }

  @Test
  void buysNothingThatKalshiWouldSetOffAgainstWhatIsHeld() {
    var rule = new NettingRule();
    scene.hold(LEFT.yes(), "10", "0.40", FillStatus.FINAL);
    scene.hold(RIGHT.yes(), "10", "0.40", FillStatus.FINAL);
    assertEquals(ALLOW, judge(rule));
    scene.hold(LEFT.no(), "60", "0.50", FillStatus.FINAL);
    assertEquals(
        new Verdict.Refuse(
            "netting",
            "Kalshi would set kalshi:KXRAIN/YES off against the 50 shares of the other outcome that"
                + " are held"),
        judge(rule));
  }

  @Test
  @Tag("fault:N4")
  void countsAllMarketsOfAnEventOnBothVenues() {
    MarketId sibling = MarketId.kalshi("KXRAIN-SIBLING");
    scene
        .view
        .put(SampleMarkets.withEvent(SampleMarkets.kalshi(sibling), "EVENT-KXRAIN"))
        .put(SampleMarkets.kalshi(MarketId.kalshi("KXOTHER")));
    var rule = new OneEventRule(Ratio.ofPercent(5));
    scene.hold(sibling.yes(), "400", "0.50", FillStatus.FINAL);
    scene.hold(RIGHT.yes(), "410", "0.50", FillStatus.FINAL);
    scene.hold(MarketId.kalshi("KXOTHER").yes(), "1000", "0.50", FillStatus.FINAL);
    assertEquals(ALLOW, judge(rule));
    scene.hold(sibling.yes(), "38", "0.50", FillStatus.FINAL);
    assertEquals(
        new Verdict.Shrink(
            Quantity.ofShares(80),
            "one-event",
            "5.00 % of $10000.00 = $500.00; open $424.00 + this $95.00: room for $76.00, 80"
                + " shares"),
        judge(rule));
  }

  @Test
  void boundsAStrikeOfTheBitcoinSeriesOnly() {
    var rule = new OneStrikeRule(Ratio.ofBps(10));
    assertEquals(ALLOW, judge(rule));

    MarketId strike = MarketId.kalshi("KXBTCD-26OCT0117-T120000");
    var bundle = scene.bundle("100");
    var left = bundle.legs().getFirst();
    var onStrike =
        new Opportunity.Bundle(
            bundle.id(),
            bundle.strategy(),
            bundle.pair(),
            List.of(
                new Leg(
                    strike.yes(),
                    left.quantity(),
                    left.worst(),
                    left.cost(),
                    left.fee(),
                    left.reading()),
                bundle.legs().getLast()),
            bundle.edge(),
            bundle.at());
    assertEquals(
        new Verdict.Shrink(
            Quantity.ofShares(25),
            "one-strike",
            strike + ": open $0.00 + $40.00 of $10.00: room for $10.00, 25 shares"),
        rule.judge(onStrike, scene.context()));
  }

  @Test
  void leavesAPartOfAllFree() {
    var rule = new AllOpenRule(Ratio.ofPercent(80));
    scene.hold(MarketId.kalshi("KXOTHER").yes(), "5000", "0.79", FillStatus.FINAL);
    scene.hold(MarketId.polymarket("0xother").yes(), "5000", "0.791", FillStatus.FINAL);
    assertEquals(ALLOW, judge(rule));
    scene.portfolio.reserve(new ClientOrderId("open"), RIGHT.no(), Usd.ofDollars(19));
    assertEquals(
        new Verdict.Shrink(
            Quantity.ofShares(80),
            "all-open",
            "open $7924.00 + $95.00 of $8000.00: room for $76.00, 80 shares"),
        judge(rule));
  }

  @Test
  @Tag("fault:R12")
  void wantsTheCashOfEveryLegAtItsVenue() {
    var rule = new BalanceRule();
    scene.cash(VenueId.KALSHI, "40").cash(VenueId.POLYMARKET, "55");
    assertEquals(ALLOW, judge(rule));
    scene.cash(VenueId.KALSHI, "32").cash(VenueId.POLYMARKET, "33");
    assertEquals(
        new Verdict.Shrink(
            Quantity.ofShares(60),
            "balance",
            "Polymarket: needs $55.00, free $33.00: room for $33.00, 60 shares"),
        judge(rule));
    scene.portfolio.reserve(new ClientOrderId("open"), LEFT.yes(), Usd.ofDollars(32));
    assertEquals(
        new Verdict.Refuse("balance", "Kalshi: needs $40.00, free $0.00: no room"), judge(rule));
  }

  private static Cap cap(long dollars, int percent) {
    return new Cap(Usd.ofDollars(dollars), Ratio.ofPercent(percent));
  }

  private Verdict judge(RiskRule rule) {
    return rule.judge(scene.bundle("100"), scene.context());
  }
}
