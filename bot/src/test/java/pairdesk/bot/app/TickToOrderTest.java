package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pairdesk.bot.scene.Samples;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.market.PairId;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.venue.PreparedOrder;

/** Each stage is measured once, between the moments that it is named for. */
class TickToOrderTest {
  private final List<String> measured = new ArrayList<>();
  private Instant now = SampleDesk.NOW;
  private final InstantSource clock = () -> now;
  private final Stages stages =
      (stage, span) -> measured.add(stage.label() + " " + span.toMillis() + " ms");
  private final TickWatch ticks = new TickWatch(stages, clock);
  private final OrderWatch orders = new OrderWatch(stages, clock);
  private final OrderIntent intent = SampleDesk.hedge();
  private final PreparedOrder order = new PreparedOrder(intent, "A1", "{}");

  /** Found at NOW on books 230 ms old. */
  private final Opportunity.Bundle found = Samples.opportunity("o1", new PairId(1), SampleDesk.NOW);

  private Effect.Submit plan(List<JournalRecord> grounds) {
    return new Effect.Submit(intent.origin().execution(), Mode.LIVE, List.of(intent), grounds);
  }

  private Instant later(long millis) {
    Instant before = now;
    now = now.plusMillis(millis);
    return before;
  }

  @Test
  void anEntryIsMeasuredFromItsTickToItsAnswer() {
    Effect.Submit plan = plan(List.of(new JournalRecord.OpportunityFound(found)));
    later(2);
    new MeasuredEffects(_ -> {}, ticks, orders, new Metrics().counts()).run(List.of(plan));
    orders.signed(later(3));
    orders.committed(List.of(order), later(5));
    later(7);
    orders.sends(order);
    orders.answered(later(11));
    assertEquals(
        List.of(
            "detected 230 ms",
            "decided 2 ms",
            "signed 3 ms",
            "committed 5 ms",
            "sent 7 ms",
            "tick_to_order 247 ms",
            "acknowledged 11 ms"),
        measured);
  }

  @Test
  void whatNoGapBeganHasNoTick() {
    new MeasuredEffects(_ -> {}, ticks, orders, new Metrics().counts())
        .run(List.of(plan(List.of())));
    orders.committed(List.of(order), now);
    orders.sends(order);
    assertEquals(List.of("committed 0 ms", "sent 0 ms"), measured);
  }

  @Test
  void anOrderIsMeasuredOnce() {
    orders.committed(List.of(order), now);
    orders.sends(order);
    orders.sends(order);
    assertEquals(List.of("committed 0 ms", "sent 0 ms"), measured);
  }

  @Test
  void aClockThatIsSetBackMeasuresNothingBelowZero() {
    Instant before = now;
    now = now.minus(Duration.ofSeconds(5));
    orders.signed(before);
    assertEquals(List.of("signed 0 ms"), measured);
  }

  @Test
  void aBookThatCameFromNoSocketIsNotMeasured() {
    ticks.booked(new Book(SampleDesk.KALSHI.yes(), Ladder.EMPTY, Ladder.EMPTY, 1, now, now));
    assertEquals(List.of(), measured);
  }
}
