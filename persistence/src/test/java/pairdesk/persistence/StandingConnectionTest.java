package pairdesk.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StandingConnectionTest {
  private static final long PATIENCE_NANOS = Duration.ofSeconds(15).toNanos();

  private final Database database = Database.open(TestDatabase.fresh());
  private final AtomicInteger rehearsals = new AtomicInteger();
  private final StandingConnection standing = database.standing(_ -> rehearsals.incrementAndGet());

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void isOneConnectionRehearsedOnce() {
    int first = awaitBackend();
    assertEquals(Optional.of(first), standing.tryRun(StandingConnectionTest::backend));
    assertEquals(1, rehearsals.get());
  }

  @Test
  void whoFindsItInUseIsToldSo() {
    awaitBackend();
    var meanwhile =
        standing.tryRun(_ ->
            CompletableFuture.supplyAsync(() -> standing.tryRun(StandingConnectionTest::backend))
                .join());
    assertEquals(Optional.of(Optional.empty()), meanwhile);
  }

  @Test
  @Tag("fault:D3")
  void aLostOneIsOpenedAgain() {
    int first = awaitBackend();
    database.run(db -> db.fetchValue("select pg_terminate_backend(?)", first));
    var failure =
        assertThrows(
            DatabaseException.class, () -> standing.tryRun(StandingConnectionTest::backend));
    assertTrue(failure.isConnectionLost(), failure.getMessage());
    assertNotEquals(first, awaitBackend());
    assertEquals(2, rehearsals.get());
  }

  @Test
  void aRefusedStatementLeavesItStanding() {
    int first = awaitBackend();
    var failure =
        assertThrows(
            DatabaseException.class, () -> standing.tryRun(db -> db.execute("select 1 / 0")));
    assertFalse(failure.isConnectionLost(), failure.getMessage());
    assertEquals(Optional.of(first), standing.tryRun(StandingConnectionTest::backend));
  }

  @Test
  void endsWithTheDatabase() {
    awaitBackend();
    database.close();
    assertEquals(Optional.empty(), standing.tryRun(StandingConnectionTest::backend));
  }

  private int awaitBackend() {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < end) {
      Optional<Integer> backend = standing.tryRun(StandingConnectionTest::backend);
      if (backend.isPresent()) {
        return backend.get();
      }
      LockSupport.parkNanos(2_000_000);
    }
    return fail("no connection stands by");
  }

  private static int backend(DSLContext db) {
    return db.fetchSingle("select pg_backend_pid()").get(0, Integer.class);
  }
}
