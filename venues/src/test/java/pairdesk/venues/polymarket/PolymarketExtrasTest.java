package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.sandbox.catalogue.PolymarketListing;
import pairdesk.sandbox.exchange.OrderStatus;
import pairdesk.venues.net.Await;

/** What Polymarket offers beyond the ports, on the sandbox, its truth beside it. */
class PolymarketExtrasTest {
  private final PolymarketLab lab = new PolymarketLab();
  private final Polymarket.Extras extras = lab.trading().extras();
  private final PolymarketBatches batches = extras.batches();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void eachOrderOfABatchIsJudgedByItself() {
    PreparedOrder rests = order(lab.rain, 20, 45, TimeInForce.GTC);
    PreparedOrder costly = order(lab.rain, 5_000, 45, TimeInForce.GTC);
    PreparedOrder fills = order(lab.rain, 20, 50, TimeInForce.FOK);
    List<SubmitOutcome> outcomes = submit(rests, costly, fills);
    assertEquals(OrderState.LIVE, accepted(outcomes.getFirst()).state());
    assertEquals(
        RejectCode.INSUFFICIENT_BALANCE,
        assertInstanceOf(SubmitOutcome.Rejected.class, outcomes.get(1)).code());
    assertEquals(OrderState.FILLED, accepted(outcomes.getLast()).state());
    assertEquals(
        Map.of(rests.venueKey(), OrderStatus.OPEN, fills.venueKey(), OrderStatus.FILLED), truth());
  }

  @Test
  void tellsOfEachCancelWhetherItsOrderWasStillLive() {
    PreparedOrder one = order(lab.rain, 20, 45, TimeInForce.GTC);
    PreparedOrder two = order(lab.rain, 20, 44, TimeInForce.GTC);
    submit(one, two);
    assertEquals(List.of(new CancelOutcome.Requested()), cancel(one));
    List<CancelOutcome> both = cancel(one, two);
    assertInstanceOf(CancelOutcome.NotLive.class, both.getFirst());
    assertEquals(new CancelOutcome.Requested(), both.getLast());
    assertEquals(
        Map.of(one.venueKey(), OrderStatus.CANCELLED, two.venueKey(), OrderStatus.CANCELLED),
        truth());
  }

  @Test
  void cancelsInOneMarketAlone() {
    PreparedOrder here = order(lab.rain, 20, 45, TimeInForce.GTC);
    PreparedOrder there = order(lab.group, 20, 45, TimeInForce.GTC);
    submit(here, there);
    assertEquals(
        new CancelOutcome.Requested(), batches.cancelMarket(lab.rain.id(), PolymarketLab.DEADLINE));
    assertEquals(
        Map.of(here.venueKey(), OrderStatus.CANCELLED, there.venueKey(), OrderStatus.OPEN),
        truth());
  }

  @Test
  void noticesStayUntilTheyAreDropped() {
    PreparedOrder order = order(lab.rain, 20, 45, TimeInForce.GTC);
    submit(order, order(lab.rain, 20, 50, TimeInForce.FOK));
    cancel(order);
    PolymarketNotices notices = extras.notices();
    Await.until("a fill and a cancel", () -> notices.unread().size() >= 2);
    List<PolymarketNotices.Notice> unread = notices.unread();
    assertEquals(
        List.of(1L, 2L), unread.stream().map(notice -> notice.kind()).distinct().sorted().toList());
    assertTrue(notices.drop(List.of(unread.getFirst().id())));
    assertEquals(unread.subList(1, unread.size()), notices.unread());
  }

  @Test
  void anOrderThatIsGoneScoresNoMore() {
    PreparedOrder near = order(lab.rain, 90, 48, TimeInForce.GTC);
    PreparedOrder far = order(lab.rain, 90, 10, TimeInForce.GTC);
    submit(near, far);
    PolymarketRewards rewards = extras.rewards();
    assertFalse(rewards.isScoring(far.venueKey()));
    Map<String, Boolean> scoring =
        rewards.areScoring(List.of(near.venueKey(), far.venueKey(), "0x" + "0".repeat(64)));
    assertEquals(
        Map.of(
            near.venueKey(),
            rewards.isScoring(near.venueKey()),
            far.venueKey(),
            false,
            "0x" + "0".repeat(64),
            false),
        scoring);
    cancel(near);
    assertFalse(rewards.isScoring(near.venueKey()));
  }

  private PreparedOrder order(PolymarketListing listing, int shares, int cents, TimeInForce life) {
    var intent = lab.intent(listing.id().yes(), Side.BUY, shares, cents, life);
    return lab.trading().orders().prepare(intent, lab.market(listing));
  }

  private List<SubmitOutcome> submit(PreparedOrder... orders) {
    return batches.submit(List.of(orders), PolymarketLab.DEADLINE);
  }

  private List<CancelOutcome> cancel(PreparedOrder... orders) {
    List<OrderRef> refs = Arrays.stream(orders).map(PolymarketExtrasTest::ref).toList();
    return batches.cancel(refs, PolymarketLab.DEADLINE);
  }

  private static OrderRef ref(PreparedOrder order) {
    return new OrderRef(
        order.intent().id(),
        order.intent().instrument(),
        order.venueKey(),
        null,
        Instant.now().minusSeconds(30));
  }

  private static SubmitOutcome.Accepted accepted(SubmitOutcome outcome) {
    return assertInstanceOf(SubmitOutcome.Accepted.class, outcome);
  }

  /** Our orders as the exchange has them. */
  private Map<String, OrderStatus> truth() {
    return lab.exchange.orders(PolymarketLab.TRADER).stream()
        .collect(Collectors.toMap(order -> order.id(), order -> order.progress().status()));
  }
}
