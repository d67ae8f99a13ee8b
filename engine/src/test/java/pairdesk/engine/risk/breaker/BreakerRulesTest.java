package pairdesk.engine.risk.breaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pairdesk.engine.sample.RiskScene.LEFT;
import static pairdesk.engine.sample.RiskScene.PAIR;
import static pairdesk.engine.sample.RiskScene.RIGHT;
import static pairdesk.engine.sample.SampleMarkets.CLOSE;
import static pairdesk.engine.sample.SampleMarkets.NOW;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.BreakerFact;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.sample.RiskScene;
import pairdesk.engine.sample.SampleMarkets;

class BreakerRulesTest {
  private static final Verdict ALLOW = new Verdict.Allow();

  private final RiskScene scene = new RiskScene();

  @Test
  void stopsWhenHalted() {
    assertEquals(ALLOW, judge(new HaltRule()));
    scene.controls = new Controls(Mode.LIVE, true, "alice said so");
    assertEquals(new Verdict.Refuse("halt", "halted: alice said so"), judge(new HaltRule()));
  }

  @Test
  void stopsOnATrippedBreaker() {
    assertEquals(ALLOW, judge(new BreakersRule()));
    scene.breakers =
        scene
            .breakers
            .on(new BreakerFact.ClockMeasured(VenueId.POLYMARKET, Duration.ofSeconds(3)), NOW)
            .next();
    assertEquals(
        new Verdict.Refuse("breaker", "clock:polymarket: clock is 3000 ms off, of at most 1000"),
        judge(new BreakersRule()));
  }

  @Test
  @Tag("fault:C6")
  void freezesBeforeTheEarlierClose() {
    var earlier = CLOSE.minus(Duration.ofHours(2));
    scene.view.put(
        SampleMarkets.withLife(
            SampleMarkets.polymarket(RIGHT),
            new Market.Life(MarketStatus.OPEN, null, earlier, CLOSE, null)));
    var rule = new FinalFreezeRule(Duration.ofSeconds(60));
    scene.now = earlier.minus(Duration.ofSeconds(60)).minusMillis(1);
    assertEquals(ALLOW, judge(rule));
    scene.now = earlier.minus(Duration.ofSeconds(60));
    assertEquals(
        new Verdict.Refuse(
            "final-freeze", "closes at " + earlier + ", no entries from 60 s before"),
        judge(rule));
  }

  @Test
  void refusesWhatNeverSaysWhenItCloses() {
    var unknown = new Market.Life(MarketStatus.OPEN, null, null, null, null);
    scene
        .view
        .put(SampleMarkets.withLife(SampleMarkets.polymarket(RIGHT), unknown))
        .put(SampleMarkets.withLife(SampleMarkets.kalshi(RiskScene.LEFT), unknown));
    assertEquals(
        new Verdict.Refuse("final-freeze", "no leg says when it closes"),
        judge(new FinalFreezeRule(Duration.ofSeconds(60))));
  }

  @Test
  void restsAfterATrade() {
    scene.busy =
        new RiskContext.Busy(
            Set.of(),
            Set.of(),
            Map.of(PAIR.id(), NOW.plusSeconds(30)),
            RiskContext.Busy.IDLE.alone(),
            Set.of());
    scene.now = NOW.plusSeconds(30).minusMillis(1);
    assertEquals(
        new Verdict.Refuse("cooldown", "pair 7 rests until 2026-10-01T12:00:30Z"),
        judge(new CooldownRule()));
    scene.now = NOW.plusSeconds(30);
    assertEquals(ALLOW, judge(new CooldownRule()));
  }

  @Test
  @Tag("fault:T18")
  void tradesAPairOnceAtATime() {
    assertEquals(ALLOW, judge(new OneExecutionRule()));
    scene.busy =
        new RiskContext.Busy(
            Set.of(PAIR.id()), Set.of(), Map.of(), RiskContext.Busy.IDLE.alone(), Set.of());
    assertEquals(
        new Verdict.Refuse("one-execution", "pair 7 is being traded"),
        judge(new OneExecutionRule()));
    scene.busy =
        new RiskContext.Busy(
            Set.of(), Set.of(PAIR.id()), Map.of(), RiskContext.Busy.IDLE.alone(), Set.of());
    assertEquals(
        new Verdict.Refuse("one-execution", "pair 7 has an order of unknown outcome"),
        judge(new OneExecutionRule()));
  }

  @Test
  void tradesAMarketWithoutAPairOnceAtATime() {
    scene.busy = alone(new RiskContext.Alone(Set.of(RIGHT), Set.of(), Map.of()));
    assertEquals(ALLOW, judge(new OneExecutionRule()));
    assertEquals(
        new Verdict.Refuse("one-execution", "polymarket:0xrain is being traded"),
        judgeAlone(new OneExecutionRule()));
    scene.busy = alone(new RiskContext.Alone(Set.of(), Set.of(LEFT), Map.of()));
    assertEquals(
        new Verdict.Refuse("one-execution", "kalshi:KXRAIN has an order of unknown outcome"),
        judgeAlone(new OneExecutionRule()));
    Set<MarketId> other = Set.of(MarketId.kalshi("KXSNOW"));
    scene.busy = alone(new RiskContext.Alone(other, other, Map.of()));
    assertEquals(ALLOW, judgeAlone(new OneExecutionRule()));
  }

  @Test
  void restsAMarketAfterATradeWithoutAPair() {
    scene.busy =
        alone(new RiskContext.Alone(Set.of(), Set.of(), Map.of(RIGHT, NOW.plusSeconds(30))));
    assertEquals(ALLOW, judge(new CooldownRule()));
    assertEquals(
        new Verdict.Refuse("cooldown", "polymarket:0xrain rests until 2026-10-01T12:00:30Z"),
        judgeAlone(new CooldownRule()));
    scene.now = NOW.plusSeconds(30);
    assertEquals(ALLOW, judgeAlone(new CooldownRule()));
  }

  @Test
  void staysAwayFromAnEventInWhichAnExecutionIsStuck() {
    MarketId sister = MarketId.kalshi("KXRAIN-2");
    scene.view.put(SampleMarkets.withEvent(SampleMarkets.kalshi(sister), "KXRAIN-EVENT"));
    scene.view.put(SampleMarkets.withEvent(SampleMarkets.kalshi(LEFT), "KXRAIN-EVENT"));
    scene.busy = stuck(MarketId.kalshi("KXSNOW"));
    assertEquals(ALLOW, judge(new StuckEventRule()));
    scene.busy = stuck(sister);
    assertEquals(
        new Verdict.Refuse(
            "stuck-event", "an execution is stuck in kalshi:KXRAIN-2, of this event"),
        judge(new StuckEventRule()));
  }

  private static RiskContext.Busy stuck(MarketId market) {
    RiskContext.Busy idle = RiskContext.Busy.IDLE;
    return new RiskContext.Busy(
        idle.executing(), idle.unknown(), idle.coolingUntil(), idle.alone(), Set.of(market));
  }

  private static RiskContext.Busy alone(RiskContext.Alone alone) {
    return new RiskContext.Busy(Set.of(), Set.of(), Map.of(), alone, Set.of());
  }

  /** The same legs, found without a pair. */
  private Verdict judgeAlone(RiskRule rule) {
    Opportunity.Bundle found = scene.bundle("100");
    var bundle =
        new Opportunity.Bundle(found.id(), "basket", null, found.legs(), found.edge(), found.at());
    return rule.judge(bundle, scene.context());
  }

  private Verdict judge(RiskRule rule) {
    return rule.judge(scene.bundle("100"), scene.context());
  }
}
