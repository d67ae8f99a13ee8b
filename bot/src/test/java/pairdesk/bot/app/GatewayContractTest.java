package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.sandbox.demo.Patience;

/**
 * What the engine relies on of every order gateway: of both venues' against the sandbox, and of the
 * paper exchange. A new one passes all of it. What only a wire can do is in {@link
 * WireContractTest}.
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

  static Stream<Named<Supplier<GatewaySpot>>> gateways() {
    Stream<Named<Supplier<GatewaySpot>>> venues =
        stage.venues().stream().map(venue -> Named.of(venue.id().code(), () -> stage.spot(venue)));
    Stream<Named<Supplier<GatewaySpot>>> wires =
        stage.venuesByWire().stream()
            .map(venue -> Named.of(venue.id().code() + " at once", () -> stage.spot(venue)));
    return Stream.concat(
        Stream.concat(venues, wires), Stream.of(Named.of("paper", PaperSpot::new)));
  }

  @ParameterizedTest
  @MethodSource("gateways")
  void anOrderRestsIsFoundAndCancelled(Supplier<GatewaySpot> market) {
    GatewaySpot spot = market.get();
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
  @MethodSource("gateways")
  void anImmediateOrderFillsAndCostsWhatItsFillsSay(Supplier<GatewaySpot> market) {
    GatewaySpot spot = market.get();
    spot.awaitSettled();
    Usd before = spot.cash();
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
    await("the cash to say so", () -> spot.cash().equals(before.minus(paid)));
    await("the shares", () -> spot.held().equals(Quantity.ofShares(20)));
  }

  @ParameterizedTest
  @MethodSource("gateways")
  void whatIsBoughtCanBeSold(Supplier<GatewaySpot> market) {
    GatewaySpot spot = market.get();
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
  @MethodSource("gateways")
  void theRestOfAnImmediateOrderDoesNotStay(Supplier<GatewaySpot> market) {
    GatewaySpot spot = market.get();
    PreparedOrder order = spot.order(Side.BUY, "150", "0.50", TimeInForce.IOC);
    var accepted = assertInstanceOf(SubmitOutcome.Accepted.class, spot.submit(order));
    assertEquals(OrderState.CANCELLED, accepted.state());
    assertEquals(Quantity.ofShares(100), accepted.filled());
    assertFalse(spot.isOpen(accepted.venueOrderId()));
  }

  @ParameterizedTest
  @MethodSource("gateways")
  @Tag("fault:R12")
  void whatTheAccountCannotPayIsRefused(Supplier<GatewaySpot> market) {
    GatewaySpot spot = market.get();
    PreparedOrder order = spot.order(Side.BUY, "900000", "0.30", TimeInForce.GTC);
    assertEquals(RejectCode.INSUFFICIENT_BALANCE, rejected(spot.submit(order)));
  }

  @ParameterizedTest
  @MethodSource("gateways")
  @Tag("fault:O7")
  void aClosedMarketIsRefused(Supplier<GatewaySpot> market) {
    GatewaySpot spot = market.get();
    PreparedOrder order = spot.order(Side.BUY, "10", "0.50", TimeInForce.IOC);
    spot.closeMarket();
    assertEquals(RejectCode.MARKET_CLOSED, rejected(spot.submit(order)));
  }

  @ParameterizedTest
  @MethodSource("gateways")
  @Tag("fault:R16")
  void theSameOrderSentTwiceIsThereOnce(Supplier<GatewaySpot> market) {
    GatewaySpot spot = market.get();
    PreparedOrder order = spot.order(Side.BUY, "10", "0.60", TimeInForce.IOC);
    assertInstanceOf(SubmitOutcome.Accepted.class, spot.submit(order));
    // a refusal as a duplicate says nothing of the first one, so Unknown is right as well
    assertFalse(spot.submit(order) instanceof SubmitOutcome.Accepted);
    spot.awaitSettled();
    assertEquals(Quantity.ofShares(10), spot.held());
  }

  private static RejectCode rejected(SubmitOutcome outcome) {
    return assertInstanceOf(SubmitOutcome.Rejected.class, outcome).code();
  }

  private static void await(String what, BooleanSupplier condition) {
    Patience.untilTrue(what, LIMIT, condition);
  }
}
