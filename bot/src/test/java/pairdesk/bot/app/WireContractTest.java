package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.venue.AccountSnapshot.Part;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.sandbox.demo.Patience;

/**
 * What the engine relies on of every venue that is spoken to over a wire, tried on each against the
 * sandbox: answers that are lost, hidden or unreadable, and the account as the venue tells it. A
 * new venue passes all of it, or says in its capabilities what it lacks.
 */
class WireContractTest {
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
    return Stream.concat(
        stage.venues().stream().map(venue -> Named.of(venue.id().code(), venue)),
        stage.venuesByWire().stream()
            .map(venue -> Named.of(venue.id().code() + " at once", venue)));
  }

  @ParameterizedTest
  @MethodSource("venues")
  @Tag("fault:R1")
  void anOrderWhoseAnswerWasLostIsUnknownAndThenFound(VenueLink venue) {
    var spot = stage.spot(venue);
    PreparedOrder order = unanswered(spot, "'type':'loseReply','holdMillis':0");
    await("the order", () -> spot.lookup(order) instanceof OrderLookup.Found);
    await("its fills", () -> spot.found(order).filled().equals(Quantity.ofShares(10)));
  }

  @ParameterizedTest
  @MethodSource("venues")
  @Tag("fault:R2")
  void anOrderThatNeverArrivedIsUnknownAndThenAbsent(VenueLink venue) {
    var spot = stage.spot(venue);
    PreparedOrder order = unanswered(spot, "'type':'loseRequest','holdMillis':0");
    assertInstanceOf(OrderLookup.Absent.class, spot.lookup(order));
    assertEquals(Quantity.ZERO, spot.held());
  }

  @ParameterizedTest
  @MethodSource("venues")
  @Tag("fault:R4")
  void anErrorThatHidesASuccessIsNotTakenForARefusal(VenueLink venue) {
    var spot = stage.spot(venue);
    PreparedOrder order =
        unanswered(spot, "'type':'replace','status':503,'execute':true,'body':'{}'");
    await("the order", () -> spot.lookup(order) instanceof OrderLookup.Found);
  }

  @ParameterizedTest
  @MethodSource("venues")
  @Tag("fault:R21")
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

  /** An order of which we do not know what became of it after this fault. */
  private static PreparedOrder unanswered(VenueStage.Spot spot, String fault) {
    PreparedOrder order = spot.order(Side.BUY, "10", "0.60", TimeInForce.IOC);
    spot.nextOrder(fault);
    assertInstanceOf(SubmitOutcome.Unknown.class, spot.submit(order));
    return order;
  }

  private static void await(String what, BooleanSupplier condition) {
    Patience.untilTrue(what, LIMIT, condition);
  }
}
