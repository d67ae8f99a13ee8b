package pairdesk.engine.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ExecutionId;

class BreakersTest {
  private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");
  private static final Instant MIDNIGHT = Instant.parse("2026-10-02T00:00:00Z");

  private Breakers breakers = Breakers.initial(Limits.DEFAULTS);
  private Instant now = NOON;

  @Test
  void goOnFromWhatTheyHaveCountedUnderOtherLimits() {
    failed("a");
    breakers = breakers.under(Dial.FAILURES.set(Limits.DEFAULTS, 2));
    assertEquals(1, failed("b").size());
    breakers = breakers.under(Dial.FAILURES.set(Limits.DEFAULTS, 9));
    assertEquals(1, breakers.tripped().size(), "a looser limit resets nothing");
  }

  @Test
  void threeFailedExecutionsInARowPauseForAnHour() {
    assertEquals(List.of(), failed("a"));
    assertEquals(List.of(), failed("b"));
    var pause =
        new BreakerState(
            "failed-executions",
            "3 executions in a row failed, the last: c",
            NOON,
            NOON.plus(Duration.ofHours(1)));
    assertEquals(List.of(pause), failed("c"));
    assertEquals(Optional.of(pause), breakers.blocksEntries(VenueId.KALSHI));
    assertEquals(Optional.of(NOON.plus(Duration.ofHours(1))), breakers.nextDue());

    assertEquals(List.of(), after(Duration.ofMinutes(59)).reset());
    assertEquals(List.of("failed-executions"), after(Duration.ofMinutes(1)).reset());
    assertEquals(Optional.empty(), breakers.blocksEntries(VenueId.KALSHI));
    assertEquals(List.of(), failed("d"), "the row starts anew");
  }

  @Test
  void aRefusedRowStopsEntriesUntilAPersonHasLooked() {
    on(new BreakerFact.RowRefused("FillBooked"));
    assertEquals(
        "the database refused a row: FillBooked",
        breakers.blocksEntries(VenueId.KALSHI).orElseThrow().cause());
    assertEquals(Optional.empty(), breakers.blocksOrders(VenueId.KALSHI));
    assertEquals(List.of(), after(Duration.ofDays(1)).reset());
    assertEquals(List.of("row-refused"), on(new BreakerFact.PersonReset("row-refused")).reset());
  }

  @Test
  @Tag("fault:U6")
  void afterAStallEntriesPauseForFiveMinutes() {
    on(new BreakerFact.EngineStalled(Duration.ofSeconds(7)));
    assertTrue(breakers.blocksEntries(VenueId.POLYMARKET).isPresent());
    assertEquals(List.of(), after(Duration.ofSeconds(299)).reset());
    assertEquals(List.of("engine-stall"), after(Duration.ofSeconds(1)).reset());
  }

  @Test
  void aCompletedExecutionEndsTheRow() {
    failed("a");
    failed("b");
    on(new BreakerFact.ExecutionEnded(false, "c"));
    assertEquals(List.of(), failed("d"));
  }

  @ParameterizedTest
  @CsvSource({
    "-49.99, 0, 10000, false",
    "-50, 0, 10000, true",
    "-30, 19.99, 10000, false",
    "-30, 20, 10000, true",
    "-24.99, 0, 475.01, false",
    "-25, 0, 475, true",
    "0, 0, 0, false",
    "10, 0, 10000, false",
  })
  void aDaysLossStopsForTheDay(String net, String openLoss, String equity, boolean trips) {
    boolean tripped =
        money(net, openLoss, equity).stream().anyMatch(s -> s.name().equals("day-loss"));
    assertEquals(trips, tripped);
  }

  @Test
  @Tag("fault:C5")
  void aNewDayEndsTheDaysLoss() {
    var state = money("-50", "0", "10000").getFirst();
    assertEquals(MIDNIGHT, state.until());
    assertEquals("lost $50.00 of at most $50.00 today", state.cause());
    assertEquals(List.of(), on(new BreakerFact.PersonReset("day-loss")).reset());
    now = MIDNIGHT;
    assertEquals(List.of("day-loss"), on(new BreakerFact.Tick()).reset());
  }

  @Test
  void aDrawdownHaltsUntilAPersonAcceptsIt() {
    assertEquals(List.of(), money("0", "0", "1000"));
    assertEquals(List.of(), money("0", "0", "900.000001"));
    var state = money("0", "0", "900").getFirst();
    assertEquals("drawdown", state.name());
    assertEquals(Consequence.HALT, Breakers.consequence(state));
    assertEquals(Usd.ofDollars(1_000), breakers.highWater());

    assertEquals(List.of("drawdown"), on(new BreakerFact.PersonReset("drawdown")).reset());
    assertEquals(Usd.ofDollars(900), breakers.highWater());
    assertEquals(List.of(), money("0", "0", "899"));
  }

  @Test
  void aWithdrawalIsNoLossAndADepositNoGain() {
    money("0", "0", "1000");
    on(new BreakerFact.CashMoved(Usd.ofDollars(-400)));
    assertEquals(Usd.ofDollars(600), breakers.highWater());
    assertEquals(List.of(), money("0", "0", "600"));
    assertEquals(List.of(), money("0", "0", "540.000001"));
    on(new BreakerFact.CashMoved(Usd.ofDollars(1_000)));
    assertEquals(List.of(), money("0", "0", "1540"));
    assertEquals("drawdown", money("0", "0", "1440").getFirst().name(), "90 % of $1,600");
  }

  @Test
  void theHighestEquitySurvivesARestart() {
    breakers = Breakers.from(Limits.DEFAULTS, List.of(), Usd.ofDollars(1_000));
    assertEquals("drawdown", money("0", "0", "900").getFirst().name());
  }

  @Test
  void threeSlowOrdersInARowDropToMonitor() {
    slow(501);
    slow(501);
    slow(500);
    slow(501);
    assertEquals(List.of(), slow(501));
    var state = slow(501).getFirst();
    assertEquals("latency:kalshi", state.name());
    assertEquals(Consequence.MONITOR, Breakers.consequence(state));
  }

  @Test
  @Tag("fault:U6")
  void aSlowTailOverAMinuteDropsToMonitor() {
    for (int i = 0; i < 8; i++) {
      slow(100);
    }
    assertEquals(List.of(), slow(600), "nine samples are too few");
    assertEquals(1, slow(100).size() + slow(600).size(), "the tenth tells");
  }

  @Test
  void slowOrdersOfAnHourAgoAreForgotten() {
    slow(600);
    slow(100);
    now = now.plus(Duration.ofHours(1));
    assertEquals(
        Optional.empty(), breakers.latency(VenueId.KALSHI, now), "no order in the last minute");
    for (int i = 0; i < 10; i++) {
      assertEquals(List.of(), slow(100));
    }
    assertEquals(Optional.of(Duration.ofMillis(100)), breakers.latency(VenueId.KALSHI, now));
  }

  @Test
  void latencyLetsGoAfterTwoCalmMinutes() {
    slow(501);
    slow(501);
    slow(501);
    assertEquals(List.of(), after(Duration.ofSeconds(59)).reset());
    // the slow ones have left the window: calm begins
    assertEquals(List.of(), after(Duration.ofSeconds(1)).reset());
    assertEquals(List.of(), after(Duration.ofSeconds(119)).reset());
    assertEquals(Optional.of(now.plusSeconds(1)), breakers.nextDue());
    assertEquals(List.of("latency:kalshi"), after(Duration.ofSeconds(1)).reset());
  }

  @ParameterizedTest
  @CsvSource({"1000, false", "-1000, false", "1001, true", "-1001, true"})
  void aWrongClockStopsAllOrdersAtItsVenue(long offsetMillis, boolean trips) {
    clock(offsetMillis);
    assertEquals(trips, breakers.blocksOrders(VenueId.KALSHI).isPresent());
    assertEquals(trips, breakers.blocksEntries(VenueId.KALSHI).isPresent());
    assertFalse(breakers.blocksOrders(VenueId.POLYMARKET).isPresent());
    assertFalse(breakers.blocksEntries(VenueId.POLYMARKET).isPresent());
  }

  @Test
  @Tag("fault:C1")
  void theClockMustBeRightForAMinute() {
    clock(2_000);
    clock(499);
    now = now.plusSeconds(30);
    clock(500);
    now = now.plusSeconds(40);
    assertEquals(List.of(), clock(0).reset(), "it was off again half a minute ago");
    now = now.plusSeconds(59);
    assertEquals(List.of(), clock(0).reset());
    now = now.plusSeconds(1);
    assertEquals(List.of("clock:kalshi"), clock(-499).reset());
  }

  @Test
  @Tag("fault:D10")
  @Tag("fault:D2")
  @Tag("fault:D7")
  void aLateJournalStopsEntriesUntilItHasCaughtUpForAMinute() {
    assertEquals(List.of(), on(new BreakerFact.JournalLagged(Duration.ofSeconds(1))).tripped());
    assertEquals(
        "journal",
        on(new BreakerFact.JournalLagged(Duration.ofMillis(1_001))).tripped().getFirst().name());
    on(new BreakerFact.JournalLagged(Duration.ZERO));
    assertEquals(List.of(), after(Duration.ofSeconds(59)).reset());
    assertEquals(List.of("journal"), after(Duration.ofSeconds(1)).reset());
  }

  @Test
  @Tag("fault:D2")
  void slowCommitsStopEntriesUntilThereWasNoneForAMinute() {
    commits(8, 20);
    assertEquals(List.of(), commit(251).tripped());
    var state = commit(900).tripped().getFirst();
    assertEquals(
        new BreakerState(
            "commit", "95 of 100 commits took up to 900 ms, of at most 250", NOON, null),
        state);
    assertEquals(List.of(), after(Duration.ofSeconds(60)).reset());
    assertEquals(List.of(), after(Duration.ofSeconds(59)).reset());
    assertEquals(List.of("commit"), after(Duration.ofSeconds(1)).reset());
  }

  @Test
  void threeSlowCommitsInARowAreEnough() {
    assertEquals(List.of(), commit(251).tripped());
    assertEquals(List.of(), commit(250).tripped());
    assertEquals(List.of(), commit(251).tripped());
    assertEquals(List.of(), commit(251).tripped());
    assertEquals(
        "3 commits in a row took more than 250 ms", commit(251).tripped().getFirst().cause());
  }

  private void commits(int count, int millis) {
    for (int i = 0; i < count; i++) {
      assertEquals(List.of(), commit(millis).tripped());
    }
  }

  private Breakers.Step commit(int millis) {
    return on(new BreakerFact.CommitMeasured(Duration.ofMillis(millis)));
  }

  @Test
  void twoUnknownOrdersStopEntriesAtTheirVenue() {
    unknown(VenueId.KALSHI, NOON);
    assertFalse(breakers.blocksEntries(VenueId.KALSHI).isPresent());
    unknown(VenueId.KALSHI, NOON, NOON);
    assertTrue(breakers.blocksEntries(VenueId.KALSHI).isPresent());
    assertFalse(breakers.blocksEntries(VenueId.POLYMARKET).isPresent());
    assertEquals(List.of("unknown-orders:kalshi"), unknown(VenueId.KALSHI, NOON).reset());
  }

  @Test
  void anOrderThatStaysUnknownStopsEntriesAtItsVenue() {
    unknown(VenueId.POLYMARKET, NOON);
    assertEquals(Optional.of(NOON.plusSeconds(30)), breakers.nextDue());
    assertEquals(List.of(), after(Duration.ofMillis(29_999)).tripped());
    assertEquals(
        "an order at Polymarket is of unknown outcome for 30 s",
        after(Duration.ofMillis(1)).tripped().getFirst().cause());
    assertEquals(
        List.of("unknown-orders:polymarket"), on(new BreakerFact.UnknownOrders(Map.of())).reset());
  }

  @Test
  void unknownOrdersOfBeforeTheRestartWaitForTheFirstCount() {
    breakers =
        Breakers.from(
            Limits.DEFAULTS,
            List.of(new BreakerState("unknown-orders:kalshi", "2 orders", NOON, null)),
            Usd.ZERO);
    assertEquals(List.of(), on(new BreakerFact.Tick()).reset());
    assertEquals(
        List.of("unknown-orders:kalshi"), on(new BreakerFact.UnknownOrders(Map.of())).reset());
  }

  @Test
  void anExecutionThatSendsThriceItsPlanHalts() {
    assertEquals(List.of(), sent("x1", 6, 0, 2));
    var state = sent("x1", 1, 0, 2).getFirst();
    assertEquals("order-rate", state.name());
    assertEquals("execution x1 sent 7 orders in 10 s, its plan has 2", state.cause());
    assertEquals(Consequence.HALT, Breakers.consequence(state));
  }

  @Test
  void ordersOfOtherExecutionsOrOfLongAgoDoNotCount() {
    sent("x1", 6, 0, 2);
    assertEquals(List.of(), sent("x2", 6, 0, 2));
    now = now.plusSeconds(10);
    assertEquals(List.of(), sent("x1", 6, 0, 2));
  }

  @Test
  void moreThanSixtyEntriesAMinuteHalt() {
    for (int i = 0; i < 30; i++) {
      assertEquals(List.of(), sent("x" + i, 2, 2, 2));
    }
    assertEquals("61 entries in a minute, of at most 60", sent("x30", 1, 1, 2).getFirst().cause());
  }

  @Test
  void aBrokenIdentityHaltsUntilAPersonResets() {
    var state = on(new BreakerFact.IdentityBroken("sold more than held")).tripped().getFirst();
    assertEquals(new BreakerState("identity", "sold more than held", NOON, null), state);
    assertEquals(List.of(), on(new BreakerFact.IdentityBroken("again")).tripped(), "tripped once");
    after(Duration.ofDays(3));
    assertTrue(breakers.blocksEntries(VenueId.KALSHI).isPresent());
    assertEquals(List.of("identity"), on(new BreakerFact.PersonReset("identity")).reset());
  }

  @Test
  void aRestartNeitherShortensNorLengthensAPause() {
    failed("a");
    failed("b");
    failed("c");
    breakers = Breakers.from(Limits.DEFAULTS, breakers.tripped(), Usd.ZERO);
    assertEquals(List.of(), after(Duration.ofMinutes(59)).reset());
    assertEquals(List.of("failed-executions"), after(Duration.ofMinutes(1)).reset());
  }

  @Test
  @Tag("fault:G4")
  void aBreakerThatThisVersionDoesNotKnowStopsEntries() {
    breakers =
        Breakers.from(
            Limits.DEFAULTS,
            List.of(new BreakerState("phase-of-the-moon", "full", NOON, null)),
            Usd.ZERO);
    assertTrue(breakers.blocksEntries(VenueId.KALSHI).isPresent());
    assertTrue(Breakers.isResettable("phase-of-the-moon"));
  }

  private List<BreakerState> failed(String what) {
    return on(new BreakerFact.ExecutionEnded(true, what)).tripped();
  }

  private List<BreakerState> money(String net, String openLoss, String equity) {
    return on(new BreakerFact.MoneyChanged(Usd.parse(net), Usd.parse(openLoss), Usd.parse(equity)))
        .tripped();
  }

  private List<BreakerState> slow(long millis) {
    return on(new BreakerFact.OrderAnswered(VenueId.KALSHI, Duration.ofMillis(millis))).tripped();
  }

  private Breakers.Step clock(long offsetMillis) {
    return on(new BreakerFact.ClockMeasured(VenueId.KALSHI, Duration.ofMillis(offsetMillis)));
  }

  private Breakers.Step unknown(VenueId venue, Instant... since) {
    return on(new BreakerFact.UnknownOrders(Map.of(venue, List.of(since))));
  }

  private List<BreakerState> sent(String execution, int orders, int entries, int planned) {
    return on(new BreakerFact.OrdersSent(new ExecutionId(execution), orders, entries, planned))
        .tripped();
  }

  private Breakers.Step after(Duration span) {
    now = now.plus(span);
    return on(new BreakerFact.Tick());
  }

  private Breakers.Step on(BreakerFact fact) {
    Breakers.Step step = breakers.on(fact, now);
    breakers = step.next();
    return step;
  }
}
