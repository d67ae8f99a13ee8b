package pairdesk.engine.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static pairdesk.engine.paper.PaperScene.YES;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.PreparedOrder;

class PaperRestingTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final PaperScene scene = new PaperScene();

  @Test
  void anOfferBelowOurBidFillsItAtOurPrice() {
    scene.book("0.38 x 50", "0.42 x 50").resting(Side.BUY, "20", "0.39");
    scene.book("0.36 x 50", "0.38 x 12, 0.42 x 50");
    assertEquals(List.of("12 at 0.39 TRADE_THROUGH"), scene.fills());
    assertEquals(Fill.Liquidity.MAKER, scene.allFills().getFirst().liquidity());
    assertEquals(OrderState.PARTLY, scene.lastMove().state());
  }

  @Test
  void anOfferAtOurBidAloneProvesNothing() {
    scene.book("0.38 x 50", "0.42 x 50").resting(Side.BUY, "20", "0.39");
    scene.book("0.38 x 50", "0.39 x 12");
    assertEquals(List.of(), scene.fills());
  }

  @Test
  void theSameOfferThroughDoesNotFillTwice() {
    scene.book("0.38 x 50", "0.42 x 50").resting(Side.BUY, "20", "0.39");
    scene.book("", "0.38 x 12").book("", "0.38 x 12");
    assertEquals(List.of("12 at 0.39 TRADE_THROUGH"), scene.fills());
  }

  @Test
  void aBidAboveOurOfferFillsIt() {
    var owner = PaperScene.owning(YES, 10);
    owner.book("0.38 x 50", "0.42 x 50").resting(Side.SELL, "10", "0.41");
    owner.book("0.43 x 30", "0.45 x 50");
    assertEquals(List.of("10 at 0.41 TRADE_THROUGH"), owner.fills());
  }

  @Test
  void whoStoodBeforeUsIsServedFirst() {
    scene.book("0.39 x 50, 0.38 x 5", "0.42 x 50").resting(Side.BUY, "80", "0.39");
    scene.book("0.39 x 10, 0.38 x 5", "0.42 x 50");
    assertEquals(List.of(), scene.fills());
    scene.book("0.39 x 70, 0.38 x 5", "0.42 x 50");
    scene.book("0.38 x 5", "0.42 x 50");
    assertEquals(List.of("50 at 0.39 QUEUE_PASSED"), scene.fills(), "no more than stood before us");
    scene.book("0.37 x 5", "0.42 x 50");
    assertEquals(1, scene.fills().size(), "the same queue does not pass twice");
  }

  @Test
  void aQueueThatLeftForABetterPriceHasNotPassed() {
    scene.book("0.39 x 50", "0.42 x 50").resting(Side.BUY, "20", "0.39");
    scene.book("0.40 x 50", "0.42 x 50");
    assertEquals(List.of(), scene.fills());
  }

  @Test
  void theRestOfATakerThatMayRestStays() {
    scene.book("", "0.40 x 10");
    PreparedOrder order = scene.resting(Side.BUY, "25", "0.40");
    assertEquals(OrderState.PARTLY, scene.found(order).state());
    scene.book("", "0.39 x 100");
    assertEquals(List.of("10 at 0.40 TOUCH", "15 at 0.40 TRADE_THROUGH"), scene.fills());
    assertEquals(OrderState.FILLED, scene.found(order).state());
  }

  @Test
  void restsUntilItIsCancelled() {
    scene.book("0.38 x 5", "0.42 x 50");
    PreparedOrder order = scene.resting(Side.BUY, "25", "0.39");
    var cancelled = scene.exchange().cancel(scene.ref(order), LIMIT);
    assertInstanceOf(CancelOutcome.Requested.class, cancelled);
    assertEquals(OrderState.CANCELLED, scene.found(order).state());
    scene.book("", "0.30 x 100");
    assertEquals(List.of(), scene.fills());
    assertInstanceOf(CancelOutcome.NotLive.class, scene.exchange().cancel(scene.ref(order), LIMIT));
  }

  @Test
  void cancelAllEndsEverythingThatRests() {
    scene.book("0.38 x 5", "0.42 x 50");
    PreparedOrder one = scene.resting(Side.BUY, "25", "0.39");
    PreparedOrder other = scene.resting(Side.BUY, "25", "0.37");
    scene.exchange().cancelAll(LIMIT);
    assertEquals(OrderState.CANCELLED, scene.found(one).state());
    assertEquals(OrderState.CANCELLED, scene.found(other).state());
  }

  @Test
  void expiresAtItsMoment() {
    scene.book("0.38 x 5", "0.42 x 50");
    var terms =
        PaperScene.terms(
            Side.BUY, "25", "0.39", TimeInForce.GTD, scene.now().plus(Duration.ofMinutes(1)));
    PreparedOrder order = scene.order(YES, terms);
    scene.submit(order);
    scene.pass(Duration.ofMinutes(1)).book("", "0.30 x 100");
    assertEquals(OrderState.EXPIRED, scene.found(order).state());
    assertEquals(List.of(), scene.fills());
  }
}
