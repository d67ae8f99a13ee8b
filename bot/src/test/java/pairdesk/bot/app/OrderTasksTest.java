package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.IntentStore;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Approval;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.paper.PaperExchange;
import pairdesk.engine.paper.PaperSettings;
import pairdesk.engine.venue.OrderGateway;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.Submission;
import pairdesk.engine.venue.SubmitOutcome;
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

  @Test
  @Tag("fault:R9")
  void ofLegsThatBelongTogetherNoneLeavesWhileOneWouldWaitForItsRateBudget() {
    var kalshi = mock(OrderGateway.class);
    var polymarket = mock(OrderGateway.class);
    when(polymarket.untilRoom(1)).thenReturn(Duration.ofMillis(700));
    var told = new CopyOnWriteArrayList<EngineEvent>();
    Effect.Submit plan = bothLegs(SampleDesk.NOW.plusSeconds(5));
    try (var tasks = tasks(both(kalshi, polymarket), told)) {
      tasks.submit(plan);
    }
    assertEquals(
        List.of(
            new EngineEvent.IntentsRefused(
                plan.execution(),
                plan.intents().stream().map(OrderIntent::id).toList(),
                "Polymarket: its rate budget is used up for 700 ms")),
        told);
    verify(kalshi, never()).begin(any(), any());
    verify(polymarket, never()).prepare(any(), any());
  }

  @Test
  void aHedgeLeavesAsSoonAsItCan() {
    var kalshi = mock(OrderGateway.class);
    OrderIntent hedge = SampleDesk.hedge();
    var prepared = new PreparedOrder(hedge, "A1", "{}");
    when(kalshi.untilRoom(1)).thenReturn(Duration.ofMillis(700));
    when(kalshi.prepare(any(), any())).thenReturn(prepared);
    when(kalshi.begin(any(), any()))
        .thenReturn(Submission.later(() -> new SubmitOutcome.Unknown("no answer")));
    var told = new CopyOnWriteArrayList<EngineEvent>();
    try (var tasks = tasks(new Gateways(Map.of(VenueId.KALSHI, kalshi), Map.of()), told)) {
      tasks.submit(
          new Effect.Submit(hedge.origin().execution(), Mode.LIVE, List.of(hedge), List.of()));
    }
    verify(kalshi).begin(prepared, Duration.ofSeconds(2));
  }

  @Test
  void ofLegsThatBelongTogetherNoneLeavesWhenTheApprovalOfOneHasRunOut() {
    var kalshi = mock(OrderGateway.class);
    var polymarket = mock(OrderGateway.class);
    Effect.Submit plan = bothLegs(SampleDesk.NOW.minusMillis(1));
    OrderIntent first = plan.intents().getFirst();
    OrderIntent second = plan.intents().getLast();
    when(kalshi.prepare(any(), any())).thenReturn(new PreparedOrder(first, "A1", "{}"));
    when(polymarket.prepare(any(), any())).thenReturn(new PreparedOrder(second, "A2", "{}"));
    var told = new CopyOnWriteArrayList<EngineEvent>();
    try (var tasks = tasks(both(kalshi, polymarket), told)) {
      tasks.submit(plan);
    }
    var late = new SubmitOutcome.NotSent("the approval had run out");
    assertEquals(
        List.of(
            new EngineEvent.SubmitAnswered(first.id(), late, Duration.ZERO),
            new EngineEvent.SubmitAnswered(second.id(), late, Duration.ZERO),
            new EngineEvent.CommitMeasured(Duration.ZERO)),
        told);
    verify(kalshi, never()).begin(any(), any());
    verify(polymarket, never()).begin(any(), any());
  }

  private static Gateways both(OrderGateway kalshi, OrderGateway polymarket) {
    return new Gateways(Map.of(VenueId.KALSHI, kalshi, VenueId.POLYMARKET, polymarket), Map.of());
  }

  /** Entries on both venues, the second of them approved until then. */
  private static Effect.Submit bothLegs(Instant until) {
    OrderIntent sample = SampleDesk.hedge();
    OrderIntent first = entry(sample, 0, SampleDesk.KALSHI.yes(), SampleDesk.NOW.plusSeconds(5));
    OrderIntent second = entry(sample, 1, SampleDesk.POLY.no(), until);
    return new Effect.Submit(
        sample.origin().execution(), Mode.LIVE, List.of(first, second), List.of());
  }

  private static OrderIntent entry(
      OrderIntent sample, int leg, Instrument instrument, Instant until) {
    OrderIntent.Origin origin = sample.origin();
    return new OrderIntent(
        new ClientOrderId("A" + (leg + 1)),
        new OrderIntent.Origin(origin.execution(), leg, 0, Purpose.ENTRY, origin.pair()),
        instrument,
        sample.terms(),
        new Approval("v1", 1, sample.approval().reserved(), until));
  }

  @Test
  void allOrdersOfAPlanAreHandedOverBeforeAnyIsAwaitedOrTold() {
    var steps = new CopyOnWriteArrayList<String>();
    var venue = mock(OrderGateway.class);
    OrderIntent hedge = SampleDesk.hedge();
    OrderIntent other =
        new OrderIntent(
            new ClientOrderId("other"),
            hedge.origin(),
            hedge.instrument(),
            hedge.terms(),
            hedge.approval());
    when(venue.prepare(any(), any()))
        .thenAnswer(call -> new PreparedOrder(call.getArgument(0), "key", "{}"));
    when(venue.begin(any(), any()))
        .thenAnswer(call -> {
          ClientOrderId id = call.<PreparedOrder>getArgument(0).intent().id();
          steps.add("begun");
          return new Submission(
              true,
              () -> {
                steps.add("awaited " + id);
                return new SubmitOutcome.NotSent("told");
              });
        });
    var gateways = new Gateways(Map.of(VenueId.KALSHI, venue), Map.of());
    try (var tasks = tasks(gateways, event -> steps.add(words(event)))) {
      tasks.submit(
          new Effect.Submit(
              hedge.origin().execution(), Mode.LIVE, List.of(hedge, other), List.of()));
    }
    assertEquals(List.of("begun", "begun"), steps.subList(0, 2));
    for (OrderIntent each : List.of(hedge, other)) {
      assertEquals(
          List.of("sent " + each.id(), "awaited " + each.id(), "answered " + each.id()),
          steps.stream().filter(step -> step.endsWith(" " + each.id())).toList());
    }
  }

  private static String words(EngineEvent event) {
    return switch (event) {
      case EngineEvent.OrderSent sent -> "sent " + sent.id();
      case EngineEvent.SubmitAnswered answered -> "answered " + answered.id();
      default -> event.toString();
    };
  }

  @Test
  void anAdapterThatFailsWhileItSendsLeavesTheOrderUnknown() {
    var venue = mock(OrderGateway.class);
    OrderIntent hedge = SampleDesk.hedge();
    when(venue.prepare(any(), any()))
        .thenAnswer(call -> new PreparedOrder(call.getArgument(0), "key", "{}"));
    when(venue.begin(any(), any())).thenThrow(new IllegalStateException("broken"));
    var told = new CopyOnWriteArrayList<EngineEvent>();
    try (var tasks = tasks(new Gateways(Map.of(VenueId.KALSHI, venue), Map.of()), told)) {
      tasks.submit(
          new Effect.Submit(hedge.origin().execution(), Mode.LIVE, List.of(hedge), List.of()));
    }
    assertEquals(
        List.of(
            new EngineEvent.CommitMeasured(Duration.ZERO),
            new EngineEvent.OrderSent(hedge.id(), "key", SampleDesk.NOW),
            new EngineEvent.SubmitAnswered(
                hedge.id(),
                new SubmitOutcome.Unknown(
                    "the adapter failed: java.lang.IllegalStateException: broken"),
                Duration.ZERO)),
        told);
  }

  @Test
  @Tag("fault:D2")
  void aCommitThatIsRefusedIsMeasuredToo() {
    var venue = mock(OrderGateway.class);
    OrderIntent hedge = SampleDesk.hedge();
    when(venue.prepare(any(), any()))
        .thenAnswer(call -> new PreparedOrder(call.getArgument(0), "key", "{}"));
    var now = new AtomicReference<>(SampleDesk.NOW);
    IntentStore slow =
        (_, _, _, _) -> {
          now.updateAndGet(moment -> moment.plusMillis(300));
          return new IntentStore.Outcome.Refused("the lease is not ours");
        };
    var told = new CopyOnWriteArrayList<EngineEvent>();
    try (var tasks =
        new OrderTasks(
            new OrderTasks.Parts(
                new Gateways(Map.of(VenueId.KALSHI, venue), Map.of()),
                slow,
                id -> Optional.of(SampleDesk.market(id, "")),
                () -> true,
                now::get),
            told::add)) {
      tasks.submit(
          new Effect.Submit(hedge.origin().execution(), Mode.LIVE, List.of(hedge), List.of()));
    }
    assertEquals(
        List.of(
            new EngineEvent.IntentsRefused(
                hedge.origin().execution(), List.of(hedge.id()), "the lease is not ours"),
            new EngineEvent.CommitMeasured(Duration.ofMillis(300))),
        told);
  }

  private static OrderTasks tasks(Gateways gateways, List<EngineEvent> told) {
    return tasks(gateways, told::add);
  }

  private static OrderTasks tasks(Gateways gateways, Consumer<EngineEvent> told) {
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
        told);
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
