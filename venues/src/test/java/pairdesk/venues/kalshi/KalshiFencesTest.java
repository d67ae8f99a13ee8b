package pairdesk.venues.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.sandbox.exchange.OrderGroup;
import pairdesk.sandbox.faults.RequestFault;
import pairdesk.sandbox.faults.RequestLog;
import pairdesk.venues.net.Await;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.StreamRecorder;

/** Orders that are given up cannot arrive any more. */
class KalshiFencesTest {
  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final Duration HOLD = Duration.ofMillis(50);
  private static final String PATH = "/portfolio/events/orders";

  private final SandboxKalshi venue = new SandboxKalshi();
  private final Kalshi kalshi = venue.client();
  private final MarketId market = venue.market(0);
  private final Market listed = kalshi.catalog().read(market).orElseThrow();

  @BeforeEach
  void ready() {
    venue.quote(market, "0.40", "0.52", 50);
    kalshi.feed().start(new FeedRecorder());
    kalshi.feed().watch(List.of(listed));
    kalshi.accountFeed().start(new StreamRecorder());
    kalshi.orders().expectOrders(true);
    Await.until("groups made", () -> open().size() == 3);
  }

  @AfterEach
  void close() {
    kalshi.close();
    venue.close();
  }

  /** An order whose call ended without an answer. */
  private PreparedOrder unanswered(RequestFault fault) {
    venue.nextRequest("POST", PATH, fault);
    PreparedOrder order = prepare(1, TimeInForce.IOC);
    assertInstanceOf(SubmitOutcome.Unknown.class, kalshi.orders().submit(order, LIMIT));
    return order;
  }

  @Test
  void anOrderThatIsGivenUpIsRefusedWhenItArrives() {
    venue.nextRequest("POST", PATH, new RequestFault.BookLate(HOLD, Duration.ofSeconds(1)));
    PreparedOrder order = prepare(1, TimeInForce.IOC);
    assertInstanceOf(SubmitOutcome.Unknown.class, kalshi.orders().submit(order, LIMIT));
    assertInstanceOf(OrderLookup.Absent.class, lookup(order));
    assertInstanceOf(OrderLookup.Absent.class, lookup(order));
    Await.until("arrived and refused", () -> !answers().isEmpty());
    assertTrue(answers().getFirst() >= 400, answers().toString());
    assertTrue(venue.exchange.orders(SandboxKalshi.TRADER).isEmpty());
    assertInstanceOf(OrderLookup.Absent.class, lookup(order));
  }

  @Test
  void ordersThatAreAnsweredShareTheirGroups() {
    Set<String> made = open();
    for (int i = 1; i <= 10; i++) {
      PreparedOrder order = prepare(i, TimeInForce.IOC);
      assertTrue(made.contains(group(order)), order.body());
      assertInstanceOf(SubmitOutcome.Accepted.class, kalshi.orders().submit(order, LIMIT));
    }
    assertEquals(made, open());
  }

  @Test
  void eachOrderUnderWayHasAGroupOfItsOwn() {
    PreparedOrder first = prepare(1, TimeInForce.IOC);
    PreparedOrder second = prepare(2, TimeInForce.FOK);
    assertNotEquals(group(first), group(second));
    assertFalse(Fields.parse(prepare(3, TimeInForce.GTC).body()).has("order_group_id"));
  }

  @Test
  void withoutAFenceTimeMustPass() {
    int number = 1;
    PreparedOrder order = prepare(number, TimeInForce.IOC);
    while (Fields.parse(order.body()).has("order_group_id")) {
      order = prepare(++number, TimeInForce.IOC);
    }
    venue.nextRequest("POST", PATH, new RequestFault.LoseRequest(HOLD));
    assertInstanceOf(SubmitOutcome.Unknown.class, kalshi.orders().submit(order, LIMIT));
    var open = assertInstanceOf(OrderLookup.Unreadable.class, lookup(order));
    assertTrue(open.reason().contains("may arrive until"), open.reason());
    assertInstanceOf(
        OrderLookup.Absent.class,
        kalshi.orders().lookup(ref(order, Instant.now().minusSeconds(31)), LIMIT));
  }

  @Test
  void aVenueThatDoesNotConfirmLeavesTheFenceOpen() {
    PreparedOrder order = unanswered(new RequestFault.LoseRequest(HOLD));
    venue.nextRequest(
        "PUT", "/portfolio/order_groups/.*/trigger", new RequestFault.LoseRequest(HOLD));
    assertInstanceOf(OrderLookup.Unreadable.class, lookup(order));
    assertInstanceOf(OrderLookup.Absent.class, lookup(order));
  }

  @Test
  void readingWhileTheCallGoesOnLeavesTheFenceOpen() {
    PreparedOrder order = unanswered(new RequestFault.LoseRequest(HOLD));
    assertInstanceOf(OrderLookup.Unreadable.class, glance(order));
    assertTrue(open().contains(group(order)));
    assertInstanceOf(OrderLookup.Absent.class, lookup(order));
    assertFalse(open().contains(group(order)));
  }

  @Test
  void readingWhileTheCallGoesOnFindsWhatArrived() {
    PreparedOrder order = unanswered(new RequestFault.LoseReply(HOLD));
    assertInstanceOf(OrderLookup.Found.class, glance(order));
  }

  @Test
  void aGroupThatWasToBeClosedServesNoOtherOrderThoughItsOwnIsAnswered() {
    PreparedOrder order = unanswered(new RequestFault.LoseRequest(HOLD));
    venue.nextRequest(
        "PUT", "/portfolio/order_groups/.*/trigger", new RequestFault.LoseRequest(HOLD));
    assertInstanceOf(OrderLookup.Unreadable.class, lookup(order));
    assertInstanceOf(SubmitOutcome.Accepted.class, kalshi.orders().submit(order, LIMIT));
    for (int number = 2; number <= 6; number++) {
      PreparedOrder next = prepare(number, TimeInForce.IOC);
      assertFalse(next.body().contains(group(order)), next.body());
    }
  }

  @Test
  void spareGroupsGoWithTheDesk() {
    PreparedOrder order = prepare(1, TimeInForce.IOC);
    kalshi.close();
    assertEquals(Set.of(group(order)), open());
  }

  /** What the venue answered to orders, whether or not it reached us. */
  private List<Integer> answers() {
    return venue.log.entries().stream()
        .filter(entry -> entry.request().path().endsWith(PATH))
        .flatMap(entry -> entry.executions().stream())
        .map(RequestLog.Execution::status)
        .toList();
  }

  private Set<String> open() {
    return venue.exchange.groups(SandboxKalshi.TRADER).stream()
        .filter(group -> !group.triggered())
        .map(OrderGroup::key)
        .map(OrderGroup.Key::id)
        .collect(Collectors.toSet());
  }

  private static String group(PreparedOrder order) {
    return Fields.parse(order.body()).text("order_group_id");
  }

  private PreparedOrder prepare(int number, TimeInForce life) {
    var terms = Samples.terms(Side.BUY, "1", life == TimeInForce.GTC ? "0.30" : "0.52", life);
    OrderIntent sample =
        Samples.intent(market.yes(), terms, Instant.now().plus(Duration.ofMinutes(1)));
    var intent =
        new OrderIntent(
            new ClientOrderId("fenced-" + number),
            sample.origin(),
            sample.instrument(),
            terms,
            sample.approval());
    return kalshi.orders().prepare(intent, listed);
  }

  private OrderLookup lookup(PreparedOrder order) {
    return kalshi.orders().lookup(ref(order, Instant.now()), LIMIT);
  }

  private OrderLookup glance(PreparedOrder order) {
    return kalshi.orders().glance(ref(order, Instant.now()), LIMIT);
  }

  private static OrderRef ref(PreparedOrder order, Instant sentAt) {
    var id = order.intent().id();
    return new OrderRef(id, order.intent().instrument(), id.value(), null, sentAt);
  }
}
