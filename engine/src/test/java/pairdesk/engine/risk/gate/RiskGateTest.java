package pairdesk.engine.risk.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pairdesk.engine.sample.RiskScene.LEFT;
import static pairdesk.engine.sample.RiskScene.PAIR;
import static pairdesk.engine.sample.RiskScene.RIGHT;
import static pairdesk.engine.sample.SampleMarkets.NOW;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.order.Approval;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.risk.BreakerFact;
import pairdesk.engine.risk.BreakerLimits;
import pairdesk.engine.risk.Clearance;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.risk.OrderRequest;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.sample.RiskScene;
import pairdesk.engine.sample.SampleMarkets;

class RiskGateTest {
  private static final Limits LIMITS =
      new Limits(
          Limits.Data.DEFAULTS,
          Limits.Quality.DEFAULTS,
          Limits.Capital.DEFAULTS.withFirstTrade(Usd.ofDollars(10_000)),
          Limits.Timing.DEFAULTS,
          BreakerLimits.DEFAULTS);
  private static final RiskGate GATE = new RiskGate(LIMITS, Fees.STANDARD, 3);

  private final RiskScene scene = new RiskScene();

  @Test
  void allowsWhatNothingStandsAgainst() {
    assertEquals(new Verdict.Allow(), judge("100"));
  }

  @Test
  void judgesTheSameInMonitor() {
    scene.controls = new Controls(Mode.MONITOR, false, "");
    assertEquals(new Verdict.Allow(), judge("100"));
  }

  @Test
  void theFirstRefusalWins() {
    scene.controls = new Controls(Mode.LIVE, true, "stop");
    scene.venueProblems = Map.of(VenueId.KALSHI, "paused");
    assertEquals(new Verdict.Refuse("venue-up", "Kalshi: paused"), judge("100"));
  }

  @Test
  void theSmallestSizeWinsAndIsCutToTheLot() {
    scene.cash(VenueId.POLYMARKET, "400");
    var verdict = (Verdict.Shrink) judge("1500");
    assertEquals("balance", verdict.rule());
    // 1500 shares need 825 and 14.85 in fees: 400 of 839.85 are 714.41 shares
    assertEquals(Quantity.parse("714.41"), verdict.shares());
  }

  @Test
  void refusesWhatIsCutBelowTheMinimum() {
    scene.cash(VenueId.POLYMARKET, "20");
    assertEquals(
        new Verdict.Refuse(
            "balance",
            "Polymarket: needs $55.99, free $20.00: room for $20.00, 35.720664 shares; at least 50"
                + " shares are wanted"),
        judge("100"));
  }

  @Test
  void reservesTheDearestThatABuyCanBecome() {
    var request = request(Purpose.ENTRY, Side.BUY, RIGHT.no(), "100", "0.56");
    // 56 and 100 × 0.04 × 0.2464
    assertEquals(
        granted("56.9856", Limits.Quality.DEFAULTS.maxBookAge()),
        GATE.approve(request, scene.orderContext()));
  }

  @Test
  void anEntryIsValidWhileItsBookIs() {
    scene.view.put(
        SampleMarkets.bookAt(RIGHT.no(), "", "0.55 x 100", NOW.minus(Duration.ofSeconds(3))));
    assertEquals(
        granted("56.9856", Duration.ofSeconds(2)),
        GATE.approve(
            request(Purpose.ENTRY, Side.BUY, RIGHT.no(), "100", "0.56"), scene.orderContext()));
    scene.view.put(
        SampleMarkets.bookAt(RIGHT.no(), "", "0.55 x 100", NOW.minus(Duration.ofSeconds(5))));
    assertEquals("book-age", denial(Purpose.ENTRY));
  }

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void monitorStopsNewRiskOnly(Purpose purpose) {
    scene.controls = new Controls(Mode.MONITOR, false, "");
    assertEquals(purpose.addsRisk() ? "mode" : "", denial(purpose));
  }

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void aHaltStopsNewRiskOnly(Purpose purpose) {
    scene.controls = new Controls(Mode.LIVE, true, "stop");
    assertEquals(purpose.addsRisk() ? "halt" : "", denial(purpose));
  }

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void aPausedPairStopsNewRiskOnly(Purpose purpose) {
    scene.view.put(PAIR.withStatus(PairStatus.PAUSED));
    assertEquals(purpose.addsRisk() ? "pair-approved" : "", denial(purpose));
  }

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void aBreakerStopsNewRiskOnly(Purpose purpose) {
    fact(new BreakerFact.JournalLagged(Duration.ofSeconds(2)));
    assertEquals(purpose.addsRisk() ? "breaker" : "", denial(purpose));
  }

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void aWrongClockStopsEverything(Purpose purpose) {
    fact(new BreakerFact.ClockMeasured(VenueId.POLYMARKET, Duration.ofSeconds(2)));
    assertEquals("breaker", denial(purpose));
  }

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void aVenueThatIsNotUpStopsEverythingThereOnly(Purpose purpose) {
    scene.venueProblems = Map.of(VenueId.POLYMARKET, "restarting");
    assertEquals("venue-up", denial(purpose));
    scene.venueProblems = Map.of(VenueId.KALSHI, "restarting");
    assertEquals("", denial(purpose));
  }

  @ParameterizedTest
  @CsvSource({"60, 40, 100, ''", "60, 40, 99.99, over-hedge", "60, 0, 59, over-hedge"})
  void neverHedgesBeyondTheOtherLeg(String shares, String own, String other, String denial) {
    for (Purpose purpose : new Purpose[] {Purpose.HEDGE, Purpose.PATCH}) {
      var legs = new OrderRequest.Legs(Quantity.parse(own), Quantity.ZERO, Quantity.parse(other));
      assertEquals(denial, rule(request(purpose, Side.BUY, RIGHT.no(), shares, "0.56", legs)));
    }
  }

  @ParameterizedTest
  @CsvSource({"100, ''", "100.01, over-unwind"})
  void neverSellsBeyondWhatIsHeld(String shares, String denial) {
    scene.hold(RIGHT.no(), "100", "0.55", FillStatus.FINAL);
    for (Purpose purpose : new Purpose[] {Purpose.UNWIND, Purpose.PANIC}) {
      assertEquals(denial, rule(request(purpose, Side.SELL, RIGHT.no(), shares, "0.50")));
    }
  }

  @Test
  void sellsWhatMayBeTakenBackWhereNobodyElseHoldsAnyOfIt() {
    scene.hold(RIGHT.no(), "60", "0.55", FillStatus.FINAL);
    scene.hold(RIGHT.no(), "30", "0.55", FillStatus.PROVISIONAL);
    var legs = new OrderRequest.Legs(Quantity.ofShares(90), Quantity.ofShares(60), Quantity.ZERO);
    assertEquals("", rule(request(Purpose.UNWIND, Side.SELL, RIGHT.no(), "90", "0.50", legs)));
  }

  @ParameterizedTest
  @CsvSource({
    "40, FINAL, 60, ''",
    "40, FINAL, 61, not-settled",
    "40, PROVISIONAL, 61, not-settled"
  })
  void sellsNoSharesOfOtherTradesForOnesThatMayBeTakenBack(
      String others, FillStatus status, String sold, String denial) {
    scene.hold(RIGHT.no(), "60", "0.55", FillStatus.FINAL);
    scene.hold(RIGHT.no(), "30", "0.55", FillStatus.PROVISIONAL);
    scene.hold(RIGHT.no(), others, "0.55", status);
    var legs = new OrderRequest.Legs(Quantity.ofShares(90), Quantity.ofShares(60), Quantity.ZERO);
    for (Purpose purpose : new Purpose[] {Purpose.UNWIND, Purpose.PANIC}) {
      assertEquals(denial, rule(request(purpose, Side.SELL, RIGHT.no(), sold, "0.50", legs)));
    }
  }

  @Test
  void hedgesBuyAndUnwindsSell() {
    assertEquals("hedge-side", rule(request(Purpose.HEDGE, Side.SELL, RIGHT.no(), "1", "0.5")));
    assertEquals("unwind-side", rule(request(Purpose.PANIC, Side.BUY, RIGHT.no(), "1", "0.5")));
  }

  @Test
  void reservesNothingForASaleAndLetsItWaitBriefly() {
    scene.hold(LEFT.yes(), "100", "0.40", FillStatus.FINAL);
    assertEquals(
        granted("0", Duration.ofSeconds(2)),
        GATE.approve(
            request(Purpose.UNWIND, Side.SELL, LEFT.yes(), "100", "0.38"), scene.orderContext()));
  }

  @Test
  void wantsTheCashForEveryPurchase() {
    scene.cash(VenueId.POLYMARKET, "56.9855");
    assertEquals("balance", denial(Purpose.ENTRY));
    assertEquals("balance", denial(Purpose.HEDGE));
    scene.cash(VenueId.POLYMARKET, "56.9856");
    assertEquals("", denial(Purpose.ENTRY));
  }

  @Test
  void countsTheCashOfOrdersThatLeaveTogetherOnce() {
    scene.cash(VenueId.POLYMARKET, "113.9712");
    assertEquals("", rule(beside("56.9856")));
    assertEquals("balance", rule(beside("56.985601")));
  }

  /** A hundred shares that leave together with an order that sets this much aside. */
  private static OrderRequest beside(String dollars) {
    OrderRequest alone = request(Purpose.ENTRY, Side.BUY, RIGHT.no(), "100", "0.56");
    return new OrderRequest(
        alone.origin(),
        alone.instrument(),
        alone.terms(),
        alone.legs(),
        Usd.parse(dollars),
        alone.verdict());
  }

  private Verdict judge(String shares) {
    return GATE.judge(scene.bundle(shares), scene.context());
  }

  private void fact(BreakerFact fact) {
    scene.breakers = scene.breakers.on(fact, NOW).next();
  }

  /** The rule that stands against an order of a hundred shares, empty if none does. */
  private String denial(Purpose purpose) {
    return switch (purpose) {
      case ENTRY, QUOTE, HEDGE, PATCH ->
          rule(
              request(
                  purpose,
                  Side.BUY,
                  RIGHT.no(),
                  "100",
                  "0.56",
                  new OrderRequest.Legs(Quantity.ZERO, Quantity.ZERO, Quantity.ofShares(100))));
      case UNWIND, PANIC -> {
        scene.hold(RIGHT.no(), "100", "0.55", FillStatus.FINAL);
        yield rule(request(purpose, Side.SELL, RIGHT.no(), "100", "0.50"));
      }
    };
  }

  private String rule(OrderRequest request) {
    return switch (GATE.approve(request, scene.orderContext())) {
      case Clearance.Granted _ -> "";
      case Clearance.Denied denied -> denied.rule();
    };
  }

  private static Clearance granted(String reserved, Duration valid) {
    return new Clearance.Granted(
        new Approval("verdict-1", 3, Usd.parse(reserved), NOW.plus(valid)));
  }

  private static OrderRequest request(
      Purpose purpose, Side side, Instrument instrument, String shares, String limit) {
    var legs = new OrderRequest.Legs(Quantity.ZERO, Quantity.parse(shares), Quantity.ZERO);
    return request(purpose, side, instrument, shares, limit, legs);
  }

  private static OrderRequest request(
      Purpose purpose,
      Side side,
      Instrument instrument,
      String shares,
      String limit,
      OrderRequest.Legs legs) {
    return new OrderRequest(
        new OrderIntent.Origin(new ExecutionId("x1"), 1, 0, purpose, PAIR.id()),
        instrument,
        new OrderIntent.Terms(
            side, Quantity.parse(shares), Price.parse(limit), TimeInForce.IOC, false, null),
        legs,
        Usd.ZERO,
        "verdict-1");
  }
}
