package pairdesk.engine.risk.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pairdesk.engine.sample.RiskScene.LEFT;
import static pairdesk.engine.sample.RiskScene.RIGHT;
import static pairdesk.engine.sample.SampleMarkets.NOW;
import static pairdesk.engine.sample.SampleMarkets.book;
import static pairdesk.engine.sample.SampleMarkets.bookAt;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.sample.RiskScene;

class QualityRulesTest {
  private static final Verdict ALLOW = new Verdict.Allow();

  private final RiskScene scene = new RiskScene();

  @Test
  void wantsTheNetEdgeOfTheStrategy() {
    // 100 shares cost 95 and 2.67 in fees
    assertEquals(ALLOW, judge(new NetEdgeRule(floor("0.0233", 1)), "100"));
    assertEquals(
        new Verdict.Refuse("net-edge", "net edge 2.33 % of at least 2.34 %"),
        judge(new NetEdgeRule(floor("0.0234", 1)), "100"));
  }

  @Test
  void wantsTheSizeOfTheStrategy() {
    var rule = new MinimumSizeRule(floor("0.01", 50));
    assertEquals(ALLOW, judge(rule, "50"));
    assertEquals(
        new Verdict.Refuse("minimum-size", "49.99 shares of at least 50"), judge(rule, "49.99"));
  }

  @Test
  void asksMoreOfAStrategyThatHasNoFloorOfItsOwn() {
    Limits.Quality defaults = Limits.Quality.DEFAULTS;
    assertEquals(Ratio.ofPercent(1), defaults.floor("cross-venue").minNetEdge());
    assertEquals(Ratio.ofPercent(3), defaults.floor("tail").minNetEdge());
  }

  @ParameterizedTest
  @CsvSource({"0, true", "4999, true", "5000, false", "60000, false"})
  void wantsEveryBookYoung(long ageMillis, boolean allowed) {
    scene.view.put(bookAt(RIGHT.no(), "", "0.55 x 1000", NOW.minus(Duration.ofMillis(ageMillis))));
    Verdict refusal =
        new Verdict.Refuse(
            "book-age", "polymarket:0xrain/NO: " + ageMillis + " ms of less than 5000");
    assertEquals(allowed ? ALLOW : refusal, judge(new BookAgeRule(Duration.ofSeconds(5)), "100"));
  }

  @Test
  void cutsOffWhatReachesTooFar() {
    scene.view.put(book(LEFT.yes(), "", "0.40 x 60, 0.408 x 20, 0.4081 x 100"));
    var rule = new SlippageRule(Ratio.ofPercent(2));
    assertEquals(ALLOW, judge(rule, "80"));
    assertEquals(
        new Verdict.Shrink(
            Quantity.ofShares(80), "slippage", "kalshi:KXRAIN/YES: 80 shares up to 0.408"),
        judge(rule, "81"));
  }

  @Test
  void comparesWithNothingWhenTheAskIsGone() {
    var bundle = scene.bundle("80");
    scene.view.put(book(LEFT.yes(), "", ""));
    assertEquals(
        new Verdict.Refuse("slippage", "kalshi:KXRAIN/YES has no ask to compare with"),
        new SlippageRule(Ratio.ofPercent(2)).judge(bundle, scene.context()));
  }

  private static Limits.Quality floor(String edge, long shares) {
    return Limits.Quality.DEFAULTS.withFloors(
        Map.of(
            "cross-venue", new Limits.Floor(Ratio.parseFraction(edge), Quantity.ofShares(shares))));
  }

  private Verdict judge(RiskRule rule, String shares) {
    return rule.judge(scene.bundle(shares), scene.context());
  }
}
