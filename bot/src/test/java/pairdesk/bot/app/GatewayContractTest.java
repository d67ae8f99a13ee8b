package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.AccountSnapshot.Cash;
import pairdesk.engine.venue.AccountSnapshot.Part;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.sandbox.demo.Patience;

/**
 * What the engine relies on of every venue's order gateway and account reader, tried on each
 * against the sandbox. A new venue passes all of it, or says in its capabilities what it lacks.
 */
class GatewayContractTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @SuppressWarnings("NullAway.Init")
  private static VenueStage stage;

  @BeforeAll
  static void open() throws IOException {
    stage = VenueStage.open();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @AfterEach
  void forgetFaults() {
    stage.control().forgetRules();
  }

  static Stream<Named<VenueLink>> venues() {
    return stage.venues().stream().map(venue -> Named.of(venue.id().code(), venue));
  }

  @ParameterizedTest
  @MethodSource("venues")
  void anOrderRestsIsFoundAndCancelled(VenueLink venue) {
    var spot = stage.spot(venue);
    PreparedOrder order = spot.order(Side.BUY, "10", "0.30", TimeInForce.GTC);
    var accepted = assertInstanceOf(SubmitOutcome.Accepted.class, spot.submit(order));
    assertEquals(OrderState.LIVE, accepted.state());
    assertEquals(Quantity.ZERO, accepted.filled());
    await("the order in the account", () -> spot.isOpen(accepted.venueOrderId()));
    assertEquals(OrderState.LIVE, spot.found(order).state());
    assertInstanceOf(CancelOutcome.Requested.class, spot.cancel(order, accepted.venueOrderId()));
    await("the order to be gone", () -> !spot.isOpen(accepted.venueOrderId()));
    await("its end to be seen", () -> spot.found(order).state() == OrderState.CANCELLED);
    assertEquals(Quantity.ZERO, spot.found(order).filled());
  }

  @ParameterizedTest
  @MethodSource("venues")
  void anImmediateOrderFillsAndCostsWhatItsFillsSay(VenueLink venue) {
    var spot = stage.spot(venue);
    spot.awaitSettled();
    Usd before = cash(spot.account());
    PreparedOrder order = spot.order(Side.BUY, "20", "0.60", TimeInForce.IOC);
    var accepted = assertInstanceOf(SubmitOutcome.Accepted.class, spot.submit(order));
    assertEquals(OrderState.FILLED, accepted.state());
    assertEquals(Quantity.ofShares(20), accepted.filled());
    await("its fills", () -> !spot.fillsOf(accepted.venueOrderId()).isEmpty());
    List<Fill> fills = spot.fillsOf(accepted.venueOrderId());
    assertEquals(
        Quantity.ofShares(20),
        fills.stream().map(Fill::quantity).reduce(Quantity.ZERO, Quantity::plus));
    Usd paid =
        fills.stream()
            .map(fill ->
                Usd.ofE6(fill.price().e4() * fill.quantity().e6() / 10_000).plus(fill.fee()))
            .reduce(Usd.ZERO, Usd::plus);
    await("the cash to say so", () -> cash(spot.account()).equals(before.minus(paid)));
    await("the shares", () -> spot.held().equals(Quantity.ofShares(20)));
  }

  @ParameterizedTest
  @MethodSource("venues")
  void whatIsBoughtCanBeSold(VenueLink venue) {
    var spot = stage.spot(venue);
    spot.submit(spot.order(Side.BUY, "20", "0.60", TimeInForce.IOC));
    await("the shares", () -> spot.held().equals(Quantity.ofShares(20)));
    spot.awaitSettled();
    var sold =
        assertInstanceOf(
            SubmitOutcome.Accepted.class,
            spot.submit(spot.order(Side.SELL, "20", "0.30", TimeInForce.IOC)));
    assertEquals(OrderState.FILLED, sold.state());
    await("no shares", () -> spot.held().isZero());
  }

  @ParameterizedTest
  @MethodSource("venues")
  void theRestOfAnImmediateOrderDoesNotStay(VenueLink venue) {
    var spot = stage.spot(venue);
    PreparedOrder order = spot.order(Side.BUY, "150", "0.50", TimeInForce.IOC);
    var accepted = assertInstanceOf(SubmitOutcome.Accepted.class, spot.submit(order));
    assertEquals(OrderState.CANCELLED, accepted.state());
    assertEquals(Quantity.ofShares(100), accepted.filled());
    assertEquals(List.of(), spot.account().openOrders());
  }

  @ParameterizedTest
  @MethodSource("venues")
  void whatTheAccountCannotPayIsRefused(VenueLink venue) {
    var spot = stage.spot(venue);
    PreparedOrder order = spot.order(Side.BUY, "900000", "0.30", TimeInForce.GTC);
    assertEquals(RejectCode.INSUFFICIENT_BALANCE, rejected(spot.submit(order)));
  }

  @ParameterizedTest
  @MethodSource("venues")
  void aClosedMarketIsRefused(VenueLink venue) {
    var spot = stage.spot(venue);
    PreparedOrder order = spot.order(Side.BUY, "10", "0.50", TimeInForce.IOC);
    spot.closeMarket();
    assertEquals(RejectCode.MARKET_CLOSED, rejected(spot.submit(order)));
  }

  @ParameterizedTest
  @MethodSource("venues")
  void anOrderWhoseAnswerWasLostIsUnknownAndThenFound(VenueLink venue) {
    var spot = stage.spot(venue);
    PreparedOrder order = spot.order(Side.BUY, "10", "0.60", TimeInForce.IOC);
    spot.nextOrder("'type':'loseReply','holdMillis':0");
    assertInstanceOf(SubmitOutcome.Unknown.class, spot.submit(order));
    await("the order", () -> spot.lookup(order) instanceof OrderLookup.Found);
    await("its fills", () -> spot.found(order).filled().equals(Quantity.ofShares(10)));
  }

  @ParameterizedTest
  @MethodSource("venues")
  void anOrderThatNeverArrivedIsUnknownAndThenAbsent(VenueLink venue) {
    var spot = stage.spot(venue);
    PreparedOrder order = spot.order(Side.BUY, "10", "0.60", TimeInForce.IOC);
    spot.nextOrder("'type':'loseRequest','holdMillis':0");
    assertInstanceOf(SubmitOutcome.Unknown.class, spot.submit(order));
    assertInstanceOf(OrderLookup.Absent.class, spot.lookup(order));
    assertEquals(Quantity.ZERO, spot.held());
  }

  @ParameterizedTest
  @MethodSource("venues")
  void anErrorThatHidesASuccessIsNotTakenForARefusal(VenueLink venue) {
    var spot = stage.spot(venue);
    PreparedOrder order = spot.order(Side.BUY, "10", "0.60", TimeInForce.IOC);
    spot.nextOrder("'type':'replace','status':503,'execute':true,'body':'{}'");
    assertInstanceOf(SubmitOutcome.Unknown.class, spot.submit(order));
    await("the order", () -> spot.lookup(order) instanceof OrderLookup.Found);
  }

  @ParameterizedTest
  @MethodSource("venues")
  void theSameOrderSentTwiceIsThereOnce(VenueLink venue) {
    var spot = stage.spot(venue);
    PreparedOrder order = spot.order(Side.BUY, "10", "0.60", TimeInForce.IOC);
    assertInstanceOf(SubmitOutcome.Accepted.class, spot.submit(order));
    // a refusal as a duplicate says nothing of the first one, so Unknown is right as well
    assertFalse(spot.submit(order) instanceof SubmitOutcome.Accepted);
    spot.awaitSettled();
    assertEquals(Quantity.ofShares(10), spot.held());
  }

  @ParameterizedTest
  @MethodSource("venues")
  void anUnreadableAnswerToAQuestionProvesNothing(VenueLink venue) {
    var spot = stage.spot(venue);
    PreparedOrder order = spot.order(Side.BUY, "10", "0.60", TimeInForce.IOC);
    spot.everyRead("'type':'truncate','bytes':9");
    assertInstanceOf(OrderLookup.Unreadable.class, spot.lookup(order));
  }

  @ParameterizedTest
  @MethodSource("venues")
  void theWholeAccountIsReadAndMayTrade(VenueLink venue) {
    var spot = stage.spot(venue);
    assertEquals(EnumSet.allOf(Part.class), spot.account().complete());
    assertTrue(venue.account().eligibility().mayTrade(), venue.account().eligibility()::why);
    assertTrue(venue.account().clockOffset().abs().compareTo(Duration.ofSeconds(1)) <= 0);
  }

  private static RejectCode rejected(SubmitOutcome outcome) {
    return assertInstanceOf(SubmitOutcome.Rejected.class, outcome).code();
  }

  private static Usd cash(AccountSnapshot account) {
    return account.cash().stream().map(Cash::total).reduce(Usd.ZERO, Usd::plus);
  }

  private static void await(String what, java.util.function.BooleanSupplier condition) {
    Patience.untilTrue(what, LIMIT, condition);
  }
}
