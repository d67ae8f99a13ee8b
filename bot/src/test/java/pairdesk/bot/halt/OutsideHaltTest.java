package pairdesk.bot.halt;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.bot.halt.HaltReport.Fate;
import pairdesk.bot.halt.HaltReport.OrderEnd;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.OpportunityId;
import pairdesk.engine.order.Approval;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.venue.OrderLookup;

class OutsideHaltTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final Instrument ON_KALSHI = MarketId.kalshi("KXRAIN").yes();
  private static final Instrument ON_POLYMARKET = MarketId.polymarket("0xab").no();
  private static final ExecutionId EXECUTION = new ExecutionId("e1");
  private static final OutsideHalt.Pace PATIENT =
      new OutsideHalt.Pace(Duration.ofSeconds(20), Duration.ofMillis(1), Duration.ofSeconds(20));
  private static final OutsideHalt.Pace SHORT =
      new OutsideHalt.Pace(Duration.ofMillis(20), Duration.ofMillis(1), Duration.ofMillis(300));

  private final Rows rows = new Rows();

  /** Rows that refuse the halt so many times. */
  private static final class Rows implements HaltBook {
    private final List<String> stored = new ArrayList<>();
    private final List<Recovered.StoredOrder> orders = new ArrayList<>();
    private final List<ExecutionSnapshot> executions = new ArrayList<>();
    private int refusals;

    @Override
    public synchronized void store(String reason) {
      if (refusals-- > 0) {
        throw new IllegalStateException("locked");
      }
      stored.add(reason);
    }

    @Override
    public Recovered open() {
      Recovered none = Recovered.NOTHING;
      return new Recovered(
          none.controls(),
          List.of(),
          executions,
          orders,
          List.of(),
          List.of(),
          none.money(),
          List.of());
    }
  }

  private HaltReport halt(OutsideHalt.Pace pace, ScriptedVenue... venues)
      throws InterruptedException {
    List<Site> sites = List.of(venues).stream().map(ScriptedVenue::site).toList();
    return new OutsideHalt(rows, sites, pace, CLOCK, System::nanoTime).run("storm");
  }

  @Test
  void tellsEachVenueUntilTwoListsInARowAreEmpty() throws InterruptedException {
    var kalshi = new ScriptedVenue(VenueId.KALSHI, 2, 0, 1, 0, 0);
    var polymarket = new ScriptedVenue(VenueId.POLYMARKET, 0);
    HaltReport report = halt(PATIENT, kalshi, polymarket);
    assertEquals(List.of("storm"), rows.stored);
    assertEquals(5, kalshi.cancels());
    assertEquals(2, polymarket.cancels());
    assertEquals(
        List.of(
            new SiteProgress(VenueId.KALSHI, 5, 0, Duration.ZERO, ""),
            new SiteProgress(VenueId.POLYMARKET, 2, 0, Duration.ZERO, "")),
        report.sites());
    assertEquals(Optional.of(Duration.ZERO), report.timeToFlat());
  }

  @Test
  @Tag("fault:R24")
  void aListThatBreaksOffIsNotAnEmptyOne() throws InterruptedException {
    var kalshi = new ScriptedVenue(VenueId.KALSHI, 0, ScriptedVenue.INCOMPLETE, 0, 0);
    assertTrue(halt(PATIENT, kalshi).isFlat());
    assertEquals(4, kalshi.cancels());
  }

  @Test
  void aVenueThatDoesNotAnswerKeepsNoOtherOneWaiting() throws InterruptedException {
    var kalshi = new ScriptedVenue(VenueId.KALSHI, 1, 0);
    HaltReport report = halt(SHORT, ScriptedVenue.silent(VenueId.POLYMARKET), kalshi);
    assertAll(
        () -> assertFalse(report.isFlat()),
        () -> assertEquals(Optional.empty(), report.timeToFlat()),
        () ->
            assertEquals(
                new SiteProgress(VenueId.POLYMARKET, 0, -1, null, "it has not answered yet"),
                report.sites().getFirst()),
        () ->
            assertEquals(
                new SiteProgress(VenueId.KALSHI, 3, 0, Duration.ZERO, ""),
                report.sites().getLast()));
  }

  @Test
  void aRowThatIsLockedIsTriedAgain() throws InterruptedException {
    rows.refusals = 3;
    HaltReport report = halt(PATIENT, new ScriptedVenue(VenueId.KALSHI, 0));
    assertEquals(List.of("storm"), rows.stored);
    assertTrue(report.isStored());
  }

  @Test
  void ordersAreCancelledAlsoWhenTheRowCannotBeStored() throws InterruptedException {
    rows.refusals = Integer.MAX_VALUE;
    HaltReport report = halt(SHORT, new ScriptedVenue(VenueId.KALSHI, 3, 0));
    assertTrue(report.isFlat());
    assertEquals("locked", report.rowProblem());
  }

  @Test
  void saysWhatBecameOfEachOrderAndWhatHasNoCounterpart() throws InterruptedException {
    order("A", 0, ON_KALSHI, "10");
    order("B", 1, ON_POLYMARKET, "0");
    order("C", 1, ON_POLYMARKET, "0");
    rows.executions.add(execution(leg(ON_KALSHI, "10"), leg(ON_POLYMARKET, "0")));
    var kalshi = new ScriptedVenue(VenueId.KALSHI, 1, 0);
    kalshi.knows("A", found(OrderState.CANCELLED, "35"));
    var polymarket = new ScriptedVenue(VenueId.POLYMARKET, 0);
    polymarket.knows("B", found(OrderState.FILLED, "5"));
    HaltReport report = halt(PATIENT, kalshi, polymarket);
    assertEquals(
        List.of(
            end("A", ON_KALSHI, Fate.CANCELLED, "25"),
            end("B", ON_POLYMARKET, Fate.FILLED, "5"),
            end("C", ON_POLYMARKET, Fate.NOT_LISTED, "0")),
        report.orders());
    assertEquals(
        List.of(
            new HaltReport.Uneven(
                EXECUTION,
                new PairId(42),
                List.of(new HaltReport.Over(ON_KALSHI, Quantity.ofShares(30))))),
        report.uneven());
  }

  @Test
  void everyLegThatHoldsMoreThanTheLightestIsNamed() throws InterruptedException {
    var third = MarketId.kalshi("KXTHIRD").yes();
    rows.executions.add(execution(leg(ON_KALSHI, "10"), leg(ON_POLYMARKET, "4"), leg(third, "7")));
    HaltReport report =
        halt(
            PATIENT,
            new ScriptedVenue(VenueId.KALSHI, 0),
            new ScriptedVenue(VenueId.POLYMARKET, 0));
    assertEquals(
        List.of(
            new HaltReport.Over(ON_KALSHI, Quantity.ofShares(6)),
            new HaltReport.Over(third, Quantity.ofShares(3))),
        report.uneven().getFirst().over());
  }

  @Test
  void anOrderOfASilentVenueIsNotCalledCancelled() throws InterruptedException {
    order("A", 0, ON_KALSHI, "0");
    HaltReport report = halt(SHORT, ScriptedVenue.silent(VenueId.KALSHI));
    assertEquals(List.of(end("A", ON_KALSHI, Fate.OPEN, "0")), report.orders());
  }

  private static OrderEnd end(String id, Instrument instrument, Fate fate, String more) {
    return new OrderEnd(new ClientOrderId(id), instrument, fate, Quantity.parse(more));
  }

  private static OrderLookup found(OrderState state, String filled) {
    return new OrderLookup.Found("v", state, Quantity.parse(filled), List.of());
  }

  private void order(String id, int leg, Instrument instrument, String filled) {
    var intent =
        new OrderIntent(
            new ClientOrderId(id),
            new OrderIntent.Origin(EXECUTION, leg, 1, Purpose.ENTRY, new PairId(42)),
            instrument,
            new OrderIntent.Terms(
                Side.BUY, Quantity.ofShares(50), Price.parse("0.4"), TimeInForce.GTC, false, null),
            new Approval("v1", 1, Usd.ofDollars(20), NOW.plusSeconds(5)));
    rows.orders.add(
        new Recovered.StoredOrder(
            intent,
            Mode.LIVE,
            new OrderRef(intent.id(), instrument, id, null, NOW),
            OrderState.LIVE,
            Quantity.parse(filled),
            NOW));
  }

  private static ExecutionSnapshot execution(ExecutionSnapshot.LegSnapshot... legs) {
    return new ExecutionSnapshot(
        EXECUTION,
        new OpportunityId("o1"),
        "cross-venue",
        new PairId(42),
        Mode.LIVE,
        ExecutionState.WORKING,
        Quantity.ofShares(50),
        1,
        List.of(legs),
        new ExecutionSnapshot.Result(Usd.ZERO, Usd.ZERO, "orders are sent"),
        new ExecutionSnapshot.Times(NOW, NOW, null));
  }

  private static ExecutionSnapshot.LegSnapshot leg(Instrument instrument, String bought) {
    return new ExecutionSnapshot.LegSnapshot(
        instrument,
        Price.parse("0.4"),
        Quantity.parse(bought),
        Quantity.ZERO,
        Quantity.ZERO,
        Usd.ZERO,
        Usd.ZERO,
        Usd.ZERO);
  }
}
