package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.order.OrderIntent;

/** The intents could not be committed: nothing left. */
class RefusedIntentsTest {
  private static Rig refused() {
    Rig rig = Rig.live().bargain(100);
    List<OrderIntent> both = rig.intents();
    return rig.on(
        new EngineEvent.IntentsRefused(
            both.getFirst().origin().execution(),
            both.stream().map(OrderIntent::id).toList(),
            "the database is away"));
  }

  @Test
  @Tag("fault:D1")
  void isNotTriedAgainWithTheNextBook() {
    Rig rig = refused();
    assertEquals(ExecutionState.REFUSED, rig.execution().state());
    for (int book = 0; book < 40; book++) {
      rig.pass(Duration.ofMillis(250)).bargain(101 + book);
    }
    assertEquals(2, rig.intents().size(), rig::transcript);
    assertEquals("", rig.view().desk().controls().haltReason());
  }

  /** Else they would be nowhere: they are committed with the intents when there are intents. */
  @Test
  void theVerdictIsWrittenByItself() {
    Rig rig = Rig.live().bargain(100);
    assertEquals(
        List.of(), verdicts(rig.effects(Effect.Write.class).stream().map(Effect.Write::row)));
    assertEquals(
        1,
        verdicts(rig.effects(Effect.Submit.class).stream().flatMap(plan -> plan.grounds().stream()))
            .size());
    assertEquals(
        1, verdicts(refused().effects(Effect.Write.class).stream().map(Effect.Write::row)).size());
  }

  private static List<JournalRecord> verdicts(Stream<JournalRecord> rows) {
    return rows.filter(JournalRecord.VerdictGiven.class::isInstance).toList();
  }

  @Test
  @Tag("fault:D1")
  void isTriedAgainAfterTheCooldown() {
    Rig rig = refused().pass(Duration.ofSeconds(31)).bargain(100);
    assertEquals(4, rig.intents().size());
  }
}
