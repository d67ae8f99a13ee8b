package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.IntentStore;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.paper.PaperExchange;
import pairdesk.engine.paper.PaperSettings;
import pairdesk.engine.venue.OrderGateway;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.sandbox.demo.Patience;

class OrderTasksTest {
  @Test
  void anAdapterThatFailsToSignRefusesTheOrderInsteadOfLeavingItInTheAir() {
    var gateway = mock(OrderGateway.class);
    when(gateway.prepare(any(), any())).thenThrow(new IllegalStateException("no such contract"));
    var intents = mock(IntentStore.class);
    var told = new CopyOnWriteArrayList<EngineEvent>();
    OrderIntent hedge = SampleDesk.hedge();
    try (var tasks =
        new OrderTasks(
            new OrderTasks.Parts(
                new Gateways(Map.of(VenueId.KALSHI, gateway), Map.of()),
                intents,
                id -> Optional.of(SampleDesk.market(id, "")),
                () -> true,
                InstantSource.fixed(SampleDesk.NOW)),
            told::add)) {
      tasks.submit(
          new Effect.Submit(hedge.origin().execution(), Mode.LIVE, List.of(hedge), List.of()));
    }
    assertEquals(
        List.of(
            new EngineEvent.IntentsRefused(
                hedge.origin().execution(),
                List.of(hedge.id()),
                hedge.instrument() + ": no such contract")),
        told);
    verifyNoInteractions(intents);
  }

  @Test
  @Tag("fault:S3")
  void whatIsOnPaperReachesNoVenue() {
    var venue = mock(OrderGateway.class);
    var told = new CopyOnWriteArrayList<EngineEvent>();
    OrderIntent hedge = SampleDesk.hedge();
    var ref = new OrderRef(hedge.id(), hedge.instrument(), "A1", null, SampleDesk.NOW);
    try (var tasks =
        tasks(new Gateways(Map.of(VenueId.KALSHI, venue), Map.of(VenueId.KALSHI, paper())), told)) {
      tasks.submit(
          new Effect.Submit(hedge.origin().execution(), Mode.PAPER, List.of(hedge), List.of()));
      tasks.cancel(new Effect.Cancel(Mode.PAPER, ref));
      tasks.lookUp(new Effect.LookUp(Mode.PAPER, ref, true));
      Patience.untilTrue(
          "the order's answer",
          Duration.ofSeconds(30),
          () -> count(told, EngineEvent.SubmitAnswered.class) == 1);
    }
    verifyNoInteractions(venue);
    assertEquals(1, count(told, EngineEvent.CancelAnswered.class));
    assertEquals(1, count(told, EngineEvent.OrderLookedUp.class));
  }

  @Test
  void whileItsCallGoesOnAnOrderIsOnlyReadAbout() {
    var venue = mock(OrderGateway.class);
    OrderIntent hedge = SampleDesk.hedge();
    var ref = new OrderRef(hedge.id(), hedge.instrument(), "A1", null, SampleDesk.NOW);
    var unlisted = new OrderLookup.Unreadable("not listed");
    when(venue.glance(any(), any())).thenReturn(unlisted);
    var told = new CopyOnWriteArrayList<EngineEvent>();
    try (var tasks = tasks(new Gateways(Map.of(VenueId.KALSHI, venue), Map.of()), told)) {
      tasks.lookUp(new Effect.LookUp(Mode.LIVE, ref, false));
    }
    assertEquals(List.of(new EngineEvent.OrderLookedUp(hedge.id(), unlisted)), told);
    verify(venue, never()).lookup(any(), any());
  }

  @Test
  @Tag("fault:S3")
  void nothingIsSentInMonitor() {
    var venue = mock(OrderGateway.class);
    var told = new CopyOnWriteArrayList<EngineEvent>();
    OrderIntent hedge = SampleDesk.hedge();
    try (var tasks =
        tasks(new Gateways(Map.of(VenueId.KALSHI, venue), Map.of(VenueId.KALSHI, paper())), told)) {
      tasks.submit(
          new Effect.Submit(hedge.origin().execution(), Mode.MONITOR, List.of(hedge), List.of()));
    }
    verifyNoInteractions(venue);
    assertEquals(1, count(told, EngineEvent.IntentsRefused.class));
  }

  private static OrderTasks tasks(Gateways gateways, List<EngineEvent> told) {
    var intents = mock(IntentStore.class);
    when(intents.commit(any(), any(), any(), any()))
        .thenReturn(new IntentStore.Outcome.Committed());
    return new OrderTasks(
        new OrderTasks.Parts(
            gateways,
            intents,
            id -> Optional.of(SampleDesk.market(id, "")),
            () -> true,
            InstantSource.fixed(SampleDesk.NOW)),
        told::add);
  }

  private static PaperExchange paper() {
    return new PaperExchange(
        VenueId.KALSHI,
        new PaperExchange.Opening(Usd.ofDollars(100), List.of(), List.of()),
        PaperSettings.DEFAULTS,
        new PaperExchange.World(
            id -> Optional.of(SampleDesk.market(id, "")),
            InstantSource.fixed(SampleDesk.NOW),
            _ -> {},
            _ -> {}));
  }

  private static long count(List<EngineEvent> told, Class<? extends EngineEvent> kind) {
    return told.stream().filter(kind::isInstance).count();
  }
}
