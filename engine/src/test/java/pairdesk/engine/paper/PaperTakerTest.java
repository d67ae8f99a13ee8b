package pairdesk.engine.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.engine.paper.PaperScene.YES;
import static pairdesk.engine.paper.PaperScene.refused;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.sample.SampleMarkets;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;

class PaperTakerTest {
  private final PaperScene scene = new PaperScene();

  @Test
  void takesDisplayedLevelsAtTheirOwnPrices() {
    scene.book("0.38 x 5", "0.40 x 10, 0.41 x 20, 0.43 x 50");
    var accepted = assertInstanceOf(SubmitOutcome.Accepted.class, scene.buy("25", "0.42"));
    assertEquals(OrderState.FILLED, accepted.state());
    assertEquals(List.of("10 at 0.40 TOUCH", "15 at 0.41 TOUCH"), scene.fills());
  }

  @Test
  void whatIsNotDisplayedWithinTheLimitIsNotFilled() {
    scene.book("", "0.40 x 10, 0.43 x 50");
    var accepted = assertInstanceOf(SubmitOutcome.Accepted.class, scene.buy("25", "0.42"));
    assertEquals(OrderState.CANCELLED, accepted.state());
    assertEquals(Quantity.ofShares(10), accepted.filled());
    assertEquals(List.of("10 at 0.40 TOUCH"), scene.fills());
  }

  @Test
  void theBookAfterTheLatencyCounts() {
    scene.book("", "0.40 x 100");
    scene.duringLatency(() -> scene.book("", "0.41 x 7"));
    scene.buy("50", "0.42");
    assertEquals(List.of("7 at 0.41 TOUCH"), scene.fills());
  }

  @Test
  void depthThatWasTakenIsNotTakenAgain() {
    scene.book("", "0.40 x 10");
    scene.buy("6", "0.40");
    scene.buy("6", "0.40");
    assertEquals(RejectCode.NOT_FILLABLE, refused(scene.buy("1", "0.40")));
    assertEquals(List.of("6 at 0.40 TOUCH", "4 at 0.40 TOUCH"), scene.fills());
  }

  @Test
  void theSameBookShownAgainIsNoNewDepth() {
    scene.book("", "0.40 x 10").buy("10", "0.40");
    scene.book("", "0.40 x 10");
    assertEquals(RejectCode.NOT_FILLABLE, refused(scene.buy("1", "0.40")));
  }

  @Test
  void whatALevelGrowsByIsNewDepth() {
    scene.book("", "0.40 x 10").buy("10", "0.40");
    scene.book("", "0.40 x 13").buy("10", "0.40");
    assertEquals(List.of("10 at 0.40 TOUCH", "3 at 0.40 TOUCH"), scene.fills());
  }

  @Test
  void aLevelThatWentAndCameBackIsNewDepth() {
    scene.book("", "0.40 x 10").buy("10", "0.40");
    scene.book("", "0.45 x 10").book("", "0.40 x 10").buy("10", "0.40");
    assertEquals(List.of("10 at 0.40 TOUCH", "10 at 0.40 TOUCH"), scene.fills());
  }

  @Test
  void depthTakenOfOneOutcomeIsGoneOfTheOther() {
    var owner = PaperScene.owning(YES.opposite(), 20);
    owner.book("", "0.40 x 10").buy("8", "0.40");
    var sale = PaperScene.terms(Side.SELL, "12", "0.60", TimeInForce.IOC, null);
    owner.submit(owner.order(YES.opposite(), sale));
    assertEquals(List.of("8 at 0.40 TOUCH", "2 at 0.60 TOUCH"), owner.fills());
  }

  @Test
  void chargesTheVenuesFeeOfEachFill() {
    scene.book("", "0.40 x 10, 0.41 x 20").buy("25", "0.42");
    Market market = SampleMarkets.kalshi(PaperScene.MARKET);
    for (Fill fill : scene.allFills()) {
      assertEquals(
          Fees.STANDARD.charged(
              market.terms().fees(), Fill.Liquidity.TAKER, Side.BUY, fill.price(), fill.quantity()),
          fill.fee());
    }
  }

  @Test
  @Tag("fault:O13")
  void allOrNothingTakesNothingOfTooLittle() {
    scene.book("", "0.40 x 10");
    PreparedOrder order = scene.order(Side.BUY, "11", "0.40", TimeInForce.FOK);
    assertEquals(RejectCode.NOT_FILLABLE, refused(scene.submit(order)));
    assertEquals(List.of(), scene.fills());
    assertInstanceOf(OrderLookup.Absent.class, scene.lookup(order));
  }

  @Test
  void refusesWithoutABookAndOnAStaleOne() {
    assertEquals(RejectCode.NOT_FILLABLE, refused(scene.buy("1", "0.40")));
    scene.book("", "0.40 x 10").pass(Duration.ofSeconds(5));
    assertEquals(RejectCode.NOT_FILLABLE, refused(scene.buy("1", "0.40")));
    scene.book("", "0.40 x 10").exchange().bookStale(YES);
    assertEquals(RejectCode.NOT_FILLABLE, refused(scene.buy("1", "0.40")));
    scene.book("0.41 x 1", "0.40 x 10");
    assertEquals(RejectCode.NOT_FILLABLE, refused(scene.buy("1", "0.40")), "a crossed book");
  }

  @Test
  void refusesInAMarketThatIsClosedOrPastItsClose() {
    scene.book("", "0.40 x 10");
    Market market = SampleMarkets.kalshi(PaperScene.MARKET);
    scene.market(
        SampleMarkets.withLife(
            market, new Market.Life(MarketStatus.PAUSED, null, null, null, null)));
    assertEquals(RejectCode.MARKET_CLOSED, refused(scene.buy("1", "0.40")));
    scene.market(
        SampleMarkets.withLife(
            market, new Market.Life(MarketStatus.OPEN, null, scene.now(), null, null)));
    assertEquals(RejectCode.MARKET_CLOSED, refused(scene.buy("1", "0.40")));
  }

  @Test
  void refusesWhatPaperCashDoesNotCover() {
    scene.book("", "0.40 x 10000");
    assertEquals(RejectCode.INSUFFICIENT_BALANCE, refused(scene.buy("2500", "0.40")));
    assertInstanceOf(SubmitOutcome.Accepted.class, scene.buy("2300", "0.40"));
    assertEquals(RejectCode.INSUFFICIENT_BALANCE, refused(scene.buy("200", "0.40")));
  }

  @Test
  void moneyOfARestingOrderIsNotSpentTwice() {
    scene.book("", "0.40 x 10000").resting(Side.BUY, "2500", "0.30");
    assertEquals(RejectCode.INSUFFICIENT_BALANCE, refused(scene.buy("1000", "0.40")));
  }

  @Test
  void sellsOnlyWhatIsHeld() {
    scene.book("0.40 x 100", "");
    PreparedOrder sale = scene.order(Side.SELL, "1", "0.40", TimeInForce.IOC);
    assertEquals(RejectCode.INSUFFICIENT_BALANCE, refused(scene.submit(sale)));
    scene.book("0.40 x 100", "0.42 x 5").buy("5", "0.42");
    scene.submit(scene.order(Side.SELL, "5", "0.40", TimeInForce.IOC));
    assertEquals(List.of("5 at 0.42 TOUCH", "5 at 0.40 TOUCH"), scene.fills());
  }

  @Test
  @Tag("fault:O12")
  void refusesAPostOnlyOrderThatWouldTake() {
    scene.book("0.38 x 5", "0.40 x 10");
    var crossing =
        new OrderIntent.Terms(
            Side.BUY, Quantity.ofShares(5), Price.parse("0.40"), TimeInForce.GTC, true, null);
    assertEquals(RejectCode.POST_ONLY_CROSSES, refused(scene.submit(scene.order(YES, crossing))));
  }

  @Test
  void refusesAPurchaseBelowTheVenuesDollarMinimum() {
    var market = SampleMarkets.kalshi(PaperScene.MARKET);
    Market.Terms terms = market.terms();
    scene.market(
        new Market(
            market.listing(),
            new Market.Terms(
                terms.grid(), terms.lot(), terms.minimumSize(), Usd.ofDollars(1), terms.fees()),
            market.life(),
            market.address()));
    scene.book("", "0.40 x 10");
    assertEquals(RejectCode.BAD_SIZE, refused(scene.buy("2", "0.40")));
  }

  @Test
  void doesNotPrepareWhatTheMarketDoesNotTake() {
    assertThrows(IllegalArgumentException.class, () -> scene.buy("1", "0.405"));
    assertThrows(IllegalArgumentException.class, () -> scene.buy("0.001", "0.40"));
  }

  @Test
  void theSameOrderTwiceIsThereOnce() {
    scene.book("", "0.40 x 10");
    PreparedOrder order = scene.order(Side.BUY, "3", "0.40", TimeInForce.IOC);
    scene.submit(order);
    assertInstanceOf(SubmitOutcome.Unknown.class, scene.submit(order));
    assertEquals(Quantity.ofShares(3), scene.found(order).filled());
  }

  @Test
  void saysInWordsWhatAFillRestsOn() {
    scene.book("", "0.40 x 10").buy("3", "0.40");
    String reason = scene.lastMove().reason();
    assertTrue(reason.startsWith("TOUCH of book 1, confirmed at "), reason);
  }
}
