package pairdesk.engine.risk.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pairdesk.engine.sample.RiskScene.LEFT;
import static pairdesk.engine.sample.RiskScene.PAIR;
import static pairdesk.engine.sample.RiskScene.RIGHT;
import static pairdesk.engine.sample.SampleMarkets.book;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.risk.Limits.MissingLiquidity;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.sample.RiskScene;
import pairdesk.engine.sample.SampleMarkets;

class DataRulesTest {
  private static final Verdict ALLOW = new Verdict.Allow();

  private final RiskScene scene = new RiskScene();
  private final Opportunity.Bundle bundle = scene.bundle("100");

  @Test
  @Tag("fault:R7")
  void wantsEveryVenueUp() {
    assertEquals(ALLOW, judge(new VenueUpRule()));
    scene.venueProblems = Map.of(VenueId.POLYMARKET, "post-only until 12:02");
    assertEquals(
        new Verdict.Refuse("venue-up", "Polymarket: post-only until 12:02"),
        judge(new VenueUpRule()));
  }

  @ParameterizedTest
  @EnumSource(PairStatus.class)
  void wantsThePairApproved(PairStatus status) {
    scene.view.put(PAIR.withStatus(status));
    Verdict expected =
        status == PairStatus.APPROVED
            ? ALLOW
            : new Verdict.Refuse("pair-approved", "pair 7 is not approved");
    assertEquals(expected, judge(new PairApprovedRule()));
  }

  @ParameterizedTest
  @EnumSource(MarketStatus.class)
  void wantsEveryMarketOpen(MarketStatus status) {
    Market market = SampleMarkets.polymarket(RIGHT);
    scene.view.put(SampleMarkets.withLife(market, new Market.Life(status, null, null, null, null)));
    Verdict expected =
        status == MarketStatus.OPEN
            ? ALLOW
            : new Verdict.Refuse("market-open", "polymarket:0xrain is " + status);
    assertEquals(expected, judge(new MarketOpenRule()));
  }

  @Test
  void wantsFeesThatItCanCount() {
    scene.view.put(
        SampleMarkets.withFees(SampleMarkets.kalshi(LEFT), new FeeSchedule.Unknown("flat")));
    assertEquals(
        new Verdict.Refuse(
            "market-open", "kalshi:KXRAIN has fees we cannot count: Unknown[venueName=flat]"),
        judge(new MarketOpenRule()));
  }

  @Test
  @Tag("fault:V2")
  void wantsAnAskOnEveryLeg() {
    assertEquals(ALLOW, judge(new LegAskRule()));
    scene.view.put(book(LEFT.yes(), "0.38 x 10", ""));
    assertEquals(
        new Verdict.Refuse("leg-ask", "kalshi:KXRAIN/YES has no ask"), judge(new LegAskRule()));
    scene.view.removeBook(LEFT.yes());
    assertEquals(
        new Verdict.Refuse("leg-ask", "kalshi:KXRAIN/YES has no book that can be trusted"),
        judge(new LegAskRule()));
  }

  @ParameterizedTest
  @CsvSource({"0.5499, allow", "0.55, refuse", "0.56, refuse"})
  void refusesACrossedBook(String bid, String expected) {
    scene.view.put(book(RIGHT.no(), bid + " x 10", "0.55 x 10"));
    Verdict refusal =
        new Verdict.Refuse(
            "book-crossed", "polymarket:0xrain/NO: bid " + bid + " against ask 0.55");
    assertEquals(expected.equals("allow") ? ALLOW : refusal, judge(new BookCrossedRule()));
  }

  @ParameterizedTest
  @CsvSource({"1000, allow", "999.999999, refuse", "0, refuse"})
  void wantsTheLiquidityThatTheVenuePublishes(String dollars, String expected) {
    publish(Usd.parse(dollars));
    Verdict refusal =
        new Verdict.Refuse(
            "liquidity", "polymarket:0xrain holds " + Usd.parse(dollars) + " of $1000.00");
    assertEquals(expected.equals("allow") ? ALLOW : refusal, judge(liquidity("DEPTH_OF_BOOK")));
  }

  @Test
  @Tag("fault:V8")
  void takesTheDepthOfTheBookWhereNothingIsPublished() {
    publish(null);
    // 1000 × 0.45 + 1000 × 0.55
    scene.view.put(book(RIGHT.no(), "0.45 x 1000", "0.55 x 1000"));
    assertEquals(ALLOW, judge(liquidity("DEPTH_OF_BOOK")));
    scene.view.put(book(RIGHT.no(), "0.45 x 999.99", "0.55 x 1000"));
    assertEquals(
        new Verdict.Refuse("liquidity", "polymarket:0xrain holds $999.9955 of $1000.00"),
        judge(liquidity("DEPTH_OF_BOOK")));
  }

  @Test
  @Tag("fault:V8")
  void orTakesItForNothingIfSoSet() {
    publish(null);
    assertEquals(
        new Verdict.Refuse("liquidity", "kalshi:KXRAIN holds $0.00 of $1000.00"),
        judge(liquidity("ZERO")));
  }

  @Test
  @Tag("fault:V9")
  void takesAnEdgeTooGoodForWrongData() {
    Ratio net = bundle.edge().netRatio();
    assertEquals(ALLOW, judge(new TooGoodRule(net)));
    assertEquals(
        new Verdict.Refuse("too-good", "net edge 2.33 % is above 2.32 %: look at the data"),
        judge(new TooGoodRule(Ratio.ofBps(net.bps() - 1))));
  }

  private void publish(@Nullable Usd liquidity) {
    Market market = SampleMarkets.polymarket(RIGHT);
    scene.view.put(
        SampleMarkets.withLife(
            market, new Market.Life(MarketStatus.OPEN, null, null, null, liquidity)));
  }

  private static RiskRule liquidity(String missing) {
    return new LiquidityRule(
        new Limits.Data(
            Usd.ofDollars(1_000), MissingLiquidity.valueOf(missing), Ratio.ofPercent(15)));
  }

  private Verdict judge(RiskRule rule) {
    return rule.judge(bundle, scene.context());
  }
}
