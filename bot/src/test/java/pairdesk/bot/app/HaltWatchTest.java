package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.persistence.ControlStore;

class HaltWatchTest {
  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  private final List<String> told = new ArrayList<>();
  private ControlStore.Kept stored = kept("", START);
  private boolean halted;
  private final HaltWatch watch =
      new HaltWatch(
          () -> stored,
          () -> halted,
          event ->
              told.add(
                  ((OperatorRequest.Halt) ((EngineEvent.OperatorAsked) event).request()).reason()));

  @AfterEach
  void close() {
    watch.close();
  }

  private static ControlStore.Kept kept(String haltReason, Instant changed) {
    return new ControlStore.Kept(
        new Controls(Mode.LIVE, !haltReason.isEmpty(), haltReason), changed);
  }

  @Test
  @Tag("fault:E8")
  void tellsTheEngineOfAHaltThatAnotherProcessStored() {
    watch.look();
    stored = kept("storm", START.plusSeconds(1));
    watch.look();
    watch.look();
    assertEquals(List.of("storm"), told);
    watch.look();
    assertEquals(List.of("storm"), told);
  }

  @Test
  void leavesAloneAHaltThatTheEngineHasHeardOfMeanwhile() {
    stored = kept("storm", START.plusSeconds(1));
    watch.look();
    halted = true;
    watch.look();
    watch.look();
    assertEquals(List.of(), told);
  }

  /** A resume leaves the moment of the change alone, and its row may be late. */
  @Test
  @Tag("fault:E8")
  void aResumeStands() {
    stored = kept("storm", START.plusSeconds(1));
    halted = true;
    watch.look();
    halted = false;
    watch.look();
    watch.look();
    assertEquals(List.of(), told);
  }
}
