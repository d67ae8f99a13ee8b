package pairdesk.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LeaseKeeperTest {
  private final Database database = Database.open(TestDatabase.fresh());
  private final AtomicReference<Instant> now = new AtomicReference<>(Samples.NOW);
  private final AtomicInteger losses = new AtomicInteger();
  private final Lease lease = new Lease(database, "main", "first", now::get);
  private final LeaseKeeper keeper =
      new LeaseKeeper(
          lease, ((Lease.Taken.Ours) lease.take()).held(), now::get, losses::incrementAndGet);

  @AfterEach
  void close() {
    keeper.close();
    database.close();
  }

  /** Nothing may leave while the lease is short; the next renewal must not be long in coming. */
  @Test
  @Tag("fault:D9")
  void asksAgainSoonUntilTheDatabaseIsBack() {
    database.run(db -> db.execute("alter table lease rename to away"));
    assertTrue(keeper.renew().compareTo(Duration.ofSeconds(1)) < 0);
    assertNotNull(keeper.held());
    now.updateAndGet(at -> at.plusSeconds(10));
    assertNull(keeper.held());
    assertTrue(keeper.renew().compareTo(Duration.ofSeconds(1)) < 0);
    database.run(db -> db.execute("alter table away rename to lease"));
    assertEquals(Lease.RENEWAL, keeper.renew());
    assertEquals(now.get().plus(Lease.LIFE), Objects.requireNonNull(keeper.held()).until());
    assertEquals(0, losses.get());
  }

  @Test
  @Tag("fault:N2")
  void tellsOnceThatAnotherProcessHasTakenIt() {
    database.run(db -> db.execute("update lease set expires_at = now() - interval '1 second'"));
    var second = new Lease(database, "main", "second", now::get);
    assertEquals(2, ((Lease.Taken.Ours) second.take()).held().epoch());
    keeper.renew();
    assertNull(keeper.held());
    keeper.renew();
    assertEquals(1, losses.get());
  }
}
