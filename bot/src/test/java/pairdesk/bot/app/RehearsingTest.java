package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;
import pairdesk.bot.rehearsal.Rehearsal;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.IntentStore;
import pairdesk.engine.journal.Journal;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.strategy.crossvenue.CrossVenueSettings;
import pairdesk.engine.strategy.crossvenue.CrossVenueStrategy;
import pairdesk.engine.venue.PreparedOrder;

/** The desk practises with made orders, and nobody is kept from anything that is open. */
class RehearsingTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final int ENDLESS = Integer.MAX_VALUE;

  private final List<List<PreparedOrder>> committed = new CopyOnWriteArrayList<>();

  private Rehearsal begin(int ticks, Duration limit) {
    IntentStore intents =
        (_, orders, _, _) -> {
          committed.add(List.copyOf(orders));
          return new IntentStore.Outcome.Committed();
        };
    var strategy = new CrossVenueStrategy(CrossVenueSettings.DEFAULTS, Fees.STANDARD);
    var plan =
        new Rehearsal.Plan(
            ticks,
            limit,
            List.of(strategy),
            new DeskHands(intents, new Forgetful(), NOPLogger.NOP_LOGGER));
    return Rehearsal.begin(plan, System::nanoTime);
  }

  private record Forgetful() implements Journal {
    @Override
    public void append(List<JournalRecord> rows) {}

    @Override
    public void flush() {}
  }

  @Test
  void everyGapIsBoughtOnBothVenuesWithSignedOrders() throws InterruptedException {
    try (Rehearsal rehearsal = begin(3, LONG)) {
      rehearsal.await(Duration.ofMinutes(1));
      assertTrue(rehearsal.isOver());
    }
    var venues = new ArrayList<List<String>>();
    for (List<PreparedOrder> orders : committed) {
      venues.add(orders.stream().map(o -> o.intent().instrument().venue().code()).toList());
      assertTrue(orders.getLast().body().contains("\"signature\":\"0x"), orders::toString);
    }
    assertEquals(
        List.of(
            List.of("kalshi", "polymarket"),
            List.of("kalshi", "polymarket"),
            List.of("kalshi", "polymarket")),
        venues);
  }

  @Test
  void endsAtItsLimit() throws InterruptedException {
    try (Rehearsal rehearsal = begin(ENDLESS, Duration.ofMillis(1))) {
      rehearsal.await(Duration.ofMinutes(1));
      assertTrue(rehearsal.isOver());
    }
  }

  @Test
  void endsWhenItIsClosed() {
    Rehearsal rehearsal = begin(ENDLESS, LONG);
    assertFalse(rehearsal.isOver());
    rehearsal.close();
    assertTrue(rehearsal.isOver());
  }

  @Test
  void aLiveDeskWaitsForIt() throws InterruptedException {
    try (var rehearsing = new Rehearsing(begin(1, LONG), LONG)) {
      rehearsing.awaitBefore(recovered(Mode.LIVE, List.of()));
      assertFalse(rehearsing.isUnderWay());
    }
  }

  @Test
  void aLiveDeskWithSomethingOpenDoesNotWait() throws InterruptedException {
    OrderIntent intent = SampleDesk.hedge();
    var open =
        new Recovered.StoredOrder(
            intent,
            Mode.LIVE,
            new OrderRef(intent.id(), intent.instrument(), "A1", null, SampleDesk.NOW),
            OrderState.UNKNOWN,
            Quantity.ZERO,
            SampleDesk.NOW);
    try (var rehearsing = new Rehearsing(begin(ENDLESS, LONG), LONG)) {
      rehearsing.awaitBefore(recovered(Mode.LIVE, List.of(open)));
      assertTrue(rehearsing.isUnderWay());
    }
  }

  @Test
  void aDeskThatOnlyWatchesDoesNotWait() throws InterruptedException {
    try (var rehearsing = new Rehearsing(begin(ENDLESS, LONG), LONG)) {
      rehearsing.awaitBefore(recovered(Mode.MONITOR, List.of()));
      assertTrue(rehearsing.isUnderWay());
    }
  }

  private static Recovered recovered(Mode mode, List<Recovered.StoredOrder> orders) {
    Recovered nothing = Recovered.NOTHING;
    return new Recovered(
        new Controls(mode, false, ""),
        nothing.pairs(),
        nothing.openExecutions(),
        orders,
        nothing.fills(),
        nothing.payouts(),
        nothing.money(),
        nothing.breakers());
  }

  @Test
  void madeOrdersCountAsCommittedWhenTheDatabaseRefusesThem() {
    var intents = new RefusedIntents((_, _, _, _) -> new IntentStore.Outcome.Refused("no lease"));
    assertInstanceOf(IntentStore.Outcome.Committed.class, commit(intents));
  }

  @Test
  void madeOrdersThatWereWrittenAreAnError() {
    var intents = new RefusedIntents((_, _, _, _) -> new IntentStore.Outcome.Committed());
    assertThrows(IllegalStateException.class, () -> commit(intents));
  }

  private static IntentStore.Outcome commit(IntentStore intents) {
    return intents.commit(Mode.LIVE, List.of(), List.of(), Instant.EPOCH);
  }
}
