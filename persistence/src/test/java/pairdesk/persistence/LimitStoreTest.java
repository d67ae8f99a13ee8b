package pairdesk.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.engine.operator.Actor;
import pairdesk.engine.risk.Dial;
import pairdesk.engine.risk.Limits;

class LimitStoreTest {
  private static final long BASE = Dial.ONE_TRADE.read(Limits.DEFAULTS);

  private final Database database = Database.open(TestDatabase.fresh());
  private final Audit audit = new Audit(database);
  private final LimitStore store = new LimitStore(database, audit);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theLastChangeStandsAndEachIsAudited() {
    store.set(turned(500), request("a"));
    store.set(turned(700), request("b"));
    assertEquals(List.of(turned(700)), store.standing(Limits.DEFAULTS));
    assertEquals("one-trade $0.0007", audit.newest(2).getFirst().detail());
    assertEquals("one-trade $0.0005", audit.newest(2).getLast().detail());
  }

  @Test
  void theSameRequestCountsOnce() {
    store.set(turned(500), request("a"));
    store.set(turned(700), request("a"));
    assertEquals(List.of(turned(500)), store.standing(Limits.DEFAULTS));
    assertEquals(1, audit.newest(10).size());
  }

  @Test
  void aChangeBackToTheSettingLeavesNothing() {
    store.set(turned(500), request("a"));
    store.set(turned(BASE), request("b"));
    assertEquals(List.of(), store.standing(Limits.DEFAULTS));
  }

  @Test
  void aSettingThatWasChangedSinceCountsInstead() {
    store.set(turned(500), request("a"));
    Limits changed = Dial.ONE_TRADE.set(Limits.DEFAULTS, BASE / 2);
    assertEquals(List.of(), store.standing(changed));
    assertEquals(List.of(turned(500)), store.standing(Limits.DEFAULTS));
  }

  private static LimitStore.Turned turned(long value) {
    return new LimitStore.Turned(Dial.ONE_TRADE, value, BASE, "alice", Samples.NOW);
  }

  private static Pairs.Request request(String key) {
    return new Pairs.Request(new Actor("discord:1", "alice"), "test", key);
  }
}
