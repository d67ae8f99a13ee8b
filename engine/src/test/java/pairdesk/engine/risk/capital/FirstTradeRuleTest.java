package pairdesk.engine.risk.capital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pairdesk.engine.sample.RiskScene.LEFT;
import static pairdesk.engine.sample.RiskScene.RIGHT;
import static pairdesk.engine.sample.SampleMarkets.NOW;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.Side;
import pairdesk.engine.portfolio.Attribution;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.sample.RiskScene;
import pairdesk.engine.sample.SampleMarkets;

/** Without fees, so that 100 shares of the pair cost $95; the smallest size is 50 shares. */
class FirstTradeRuleTest {
  private static final Verdict ALLOW = new Verdict.Allow();

  private final RiskScene scene = new RiskScene();
  private int trades;

  FirstTradeRuleTest() {
    scene
        .view
        .put(SampleMarkets.withFees(SampleMarkets.kalshi(LEFT), new FeeSchedule.Free()))
        .put(SampleMarkets.withFees(SampleMarkets.polymarket(RIGHT), new FeeSchedule.Free()));
  }

  @Test
  @Tag("fault:E1")
  void theFirstTradeIsCutToItsLimit() {
    assertEquals(
        new Verdict.Shrink(
            Quantity.parse("63.157894"),
            "first-trade",
            "first trade of pair 7: $95.00 of $60.00: room for $60.00, 63.157894 shares"),
        judge("60", "100"));
    assertEquals(ALLOW, judge("95", "100"));
    assertEquals(ALLOW, judge("50", "50"));
  }

  @Test
  void theSmallestSizeIsAllowedHoweverDear() {
    assertEquals(
        new Verdict.Shrink(
            Quantity.ofShares(50),
            "first-trade",
            "first trade of pair 7: $95.00 of $47.50: room for $47.50, 50 shares"),
        judge("10", "100"));
    assertEquals(ALLOW, judge("10", "50"));
  }

  @Test
  @Tag("fault:E1")
  void isOverWhenEveryLegFilledAndNothingCanBeTakenBack() {
    buy(LEFT.yes(), FillStatus.FINAL);
    assertCut();
    Fill provisional = buy(RIGHT.no(), FillStatus.PROVISIONAL);
    assertCut();
    apply(provisional.withStatus(FillStatus.FINAL));
    assertEquals(ALLOW, judge("60", "100"));
  }

  @Test
  void whatWasTakenBackOrBoughtByAPersonIsNoTrial() {
    buy(LEFT.yes(), FillStatus.FINAL);
    Fill returned = buy(RIGHT.no(), FillStatus.PROVISIONAL);
    apply(returned.withStatus(FillStatus.VOIDED));
    assertCut();
    scene.hold(RIGHT.no(), "100", "0.55", FillStatus.FINAL);
    assertCut();
  }

  @Test
  void bundlesWithoutAPairHaveNone() {
    Opportunity.Bundle of = scene.bundle("100");
    var alone = new Opportunity.Bundle(of.id(), of.strategy(), null, of.legs(), of.edge(), of.at());
    assertEquals(ALLOW, rule("60").judge(alone, scene.context()));
  }

  private void assertCut() {
    assertEquals(Verdict.Shrink.class, judge("60", "100").getClass());
  }

  private Verdict judge(String most, String shares) {
    return rule(most).judge(scene.bundle(shares), scene.context());
  }

  private static FirstTradeRule rule(String most) {
    return new FirstTradeRule(Usd.parse(most), Limits.Quality.DEFAULTS);
  }

  private Fill buy(Instrument instrument, FillStatus status) {
    trades++;
    var fill =
        new Fill(
            new Fill.Key(instrument.venue().code(), "f" + trades, "o" + trades),
            new ClientOrderId("c" + trades),
            instrument,
            Side.BUY,
            Quantity.ofShares(50),
            Price.parse("0.40"),
            Usd.ZERO,
            Fill.Liquidity.TAKER,
            status,
            NOW);
    apply(fill);
    return fill;
  }

  private void apply(Fill fill) {
    scene.portfolio.apply(fill, new Attribution("cross-venue", RiskScene.PAIR.id()));
  }
}
