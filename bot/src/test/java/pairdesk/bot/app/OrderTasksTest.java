package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.IntentStore;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.venue.OrderGateway;

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
}
