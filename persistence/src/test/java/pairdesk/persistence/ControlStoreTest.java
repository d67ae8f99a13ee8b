package pairdesk.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.operator.Actor;

/**
 * Persons and the engine write the same row; whatever the order, nobody is overruled by mistake.
 */
class ControlStoreTest {
  private static final Instant NOW = Samples.NOW;

  private final Database database = Database.open(TestDatabase.fresh());
  private final Audit audit = new Audit(database);
  private final ControlStore store = new ControlStore(database, audit);
  private int requests;

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theEnginesLiveIsStoredWhenNobodyCameInBetween() {
    decided(Mode.LIVE, false, seen());
    assertEquals(new Controls(Mode.LIVE, false, ""), store.read());
  }

  @Test
  void aBreakersMonitorAfterLiveStays() {
    Instant seen = seen();
    decided(Mode.LIVE, false, seen);
    decided(Mode.MONITOR, false, Instant.EPOCH);
    assertEquals(Mode.MONITOR, store.read().mode());
  }

  @Test
  @Tag("fault:E8")
  void aHaltThatCameAfterTheOperatorLookedIsNotUndone() {
    Instant seen = seen();
    halt("storm");
    decided(Mode.LIVE, false, seen);
    assertEquals(new Controls(Mode.MONITOR, true, "storm"), store.read());
  }

  @Test
  void resumingEndsTheHaltThatWasSeenAndNoLaterOne() {
    halt("storm");
    Instant seen = seen();
    decided(Mode.MONITOR, false, seen);
    assertEquals(Controls.INITIAL, store.read());
    halt("again");
    decided(Mode.MONITOR, false, seen);
    assertEquals(new Controls(Mode.MONITOR, true, "again"), store.read());
  }

  @Test
  void aBreakersHaltThatWasWrittenLateIsEndedByTheResumeThatFollowedIt() {
    Instant seen = seen();
    decided(Mode.LIVE, true, Instant.EPOCH);
    decided(Mode.LIVE, false, seen);
    assertEquals(new Controls(Mode.LIVE, false, ""), store.read());
  }

  @Test
  void aPersonMakesItMoreCarefulOnly() {
    decided(Mode.LIVE, false, seen());
    store.narrow(now -> new Controls(Mode.PAPER, now.halted(), ""), request("paper"), NOW);
    assertEquals(Mode.PAPER, store.read().mode());
    store.narrow(_ -> new Controls(Mode.LIVE, false, ""), request("live"), NOW);
    assertEquals(Mode.PAPER, store.read().mode());
    assertEquals("LIVE → PAPER", audit.newest(2).getLast().detail(), "who did it is written down");
  }

  @Test
  @Tag("fault:C2")
  void everyChangeOfAPersonIsLaterThanTheOneBefore() {
    halt("one");
    Instant first = seen();
    halt("two");
    assertEquals(true, seen().isAfter(first));
  }

  private Instant seen() {
    return store.kept().changedAt();
  }

  private void halt(String why) {
    store.narrow(now -> new Controls(now.mode(), true, why), request("halt" + ++requests), NOW);
  }

  private void decided(Mode mode, boolean halted, Instant seen) {
    var controls = new Controls(mode, halted, halted ? "breaker" : "");
    database.run(db ->
        JournalWriter.write(
            db, new JournalRecord.ControlChanged(controls, seen, "what", "who", NOW)));
  }

  private static Pairs.Request request(String key) {
    return new Pairs.Request(new Actor("discord:1", "alice"), "test", key);
  }
}
