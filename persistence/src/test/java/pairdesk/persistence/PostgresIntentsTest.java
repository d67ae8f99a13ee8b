package pairdesk.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.IntentStore.Outcome;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.Relation;
import pairdesk.engine.operator.Actor;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.risk.Verdict;

class PostgresIntentsTest {
  private static final Instant NOW = Samples.NOW;

  /** As many as there are connections beside those of the intents. */
  private static final int REPORTS = 8;

  private final Database database = Database.open(TestDatabase.fresh());
  private final Audit audit = new Audit(database);
  private final ControlStore controls = new ControlStore(database, audit);
  private final Pairs pairs = new Pairs(database, audit);
  private final Lease lease = new Lease(database, "main", "first", InstantSource.fixed(NOW));
  private final AtomicReference<Lease.@Nullable Held> held =
      new AtomicReference<>(((Lease.Taken.Ours) lease.take()).held());
  private final PostgresIntents intents = new PostgresIntents(database, held::get);

  @AfterEach
  void close() {
    database.close();
  }

  private Outcome commit(String id, Purpose purpose, @Nullable PairId pair) {
    var grounds = new ArrayList<>(Samples.verdict(new Verdict.Allow()));
    grounds.add(new JournalRecord.FillBooked(Samples.fill("t1", id, FillStatus.PROVISIONAL)));
    return commit(id, purpose, pair, grounds);
  }

  private Outcome commit(
      String id, Purpose purpose, @Nullable PairId pair, List<JournalRecord> grounds) {
    return intents.commit(Mode.LIVE, List.of(Samples.order(id, purpose, pair)), grounds, NOW);
  }

  private int rows(String table) {
    return database.read(db -> db.fetchCount(DSL.table(table)));
  }

  private PairId approvedPair() {
    var listed =
        pairs.propose(
            new Pairs.Candidate(
                MarketId.kalshi("KXA"), MarketId.polymarket("0x1"), Relation.SAME, 91, "h", "{}"),
            NOW);
    decide(listed.pair().id(), PairStatus.APPROVED);
    return listed.pair().id();
  }

  private Pairs.Decided decide(PairId pair, PairStatus to) {
    return pairs.decide(
        new Pairs.Decision(
            pair,
            Set.of(PairStatus.PROPOSED, PairStatus.APPROVED),
            to,
            "",
            "",
            request("decide-" + to)),
        NOW);
  }

  private static Pairs.Request request(String key) {
    return new Pairs.Request(new Actor("discord:1", "alice"), "test", key);
  }

  private void live() {
    var live = new Controls(Mode.LIVE, false, "");
    database.run(db ->
        JournalWriter.write(db, new JournalRecord.ControlChanged(live, NOW, "live", "alice", NOW)));
  }

  @Test
  void commitsAnEntryOfAnApprovedPairInLiveMode() {
    live();
    assertEquals(new Outcome.Committed(), commit("A1", Purpose.ENTRY, approvedPair()));
    var recovered = new Recovery(database).load(NOW);
    assertEquals(OrderState.INTENDED, recovered.orders().getFirst().state());
    assertEquals(1, recovered.fills().size());
  }

  @Test
  void theVerdictIsCommittedWithTheEntryThatItAllows() {
    live();
    commit("A1", Purpose.ENTRY, approvedPair());
    assertEquals(
        List.of(1, 1, 2), List.of(rows("verdict"), rows("opportunity"), rows("opportunity_leg")));
  }

  @Test
  void withoutAVerdictThereIsNoEntry() {
    live();
    PairId pair = approvedPair();
    assertEquals(
        new Outcome.Refused(
            "the intents could not be written: the database failed: ERROR: no verdict allows the"
                + " entry A1"),
        commit("A1", Purpose.ENTRY, pair, List.of()));
    var refusal = Samples.verdict(new Verdict.Refuse("book-age", "3 s"));
    assertInstanceOf(Outcome.Refused.class, commit("A2", Purpose.QUOTE, pair, refusal));
    assertEquals(0, rows("order_intent"));
    assertEquals(new Outcome.Committed(), commit("A3", Purpose.UNWIND, pair, List.of()));
  }

  /** The connection breaks when the verdict is written and the intent is not. */
  @Test
  @Tag("fault:D3")
  @Tag("fault:K1")
  void aProcessThatDiesBetweenVerdictAndIntentLeavesNeither() {
    live();
    PairId pair = approvedPair();
    database.run(db ->
        db.execute(
            "create function die() returns trigger language plpgsql as $$ begin"
                + " if (select count(*) from verdict) <> 1 then raise exception 'too early'; end if;"
                + " perform pg_terminate_backend(pg_backend_pid()); return new; end $$;"
                + " create trigger z_die before insert on order_intent"
                + " for each row execute function die()"));
    Outcome.Refused refused =
        assertInstanceOf(Outcome.Refused.class, commit("A1", Purpose.ENTRY, pair));
    assertTrue(refused.reason().contains("terminating connection"), refused.reason());
    assertEquals(
        List.of(0, 0, 0), List.of(rows("verdict"), rows("opportunity"), rows("order_intent")));
    database.run(db -> db.execute("drop trigger z_die on order_intent"));
    assertEquals(new Outcome.Committed(), commit("A1", Purpose.ENTRY, pair));
    assertEquals(
        List.of(1, 1, 1), List.of(rows("verdict"), rows("opportunity"), rows("order_intent")));
  }

  @Test
  void commitsOnTheConnectionThatStandsBy() {
    int standing = awaitStanding();
    database.run(db ->
        db.execute(
            "create table written_by (backend int);"
                + " create function note() returns trigger language plpgsql as $$ begin"
                + " insert into written_by values (pg_backend_pid()); return new; end $$;"
                + " create trigger note before insert on order_intent"
                + " for each row execute function note()"));
    for (int order = 1; !writers().contains(standing); order++) {
      assertTrue(order < 100, "all of them by the pool: " + writers());
      assertEquals(new Outcome.Committed(), commit("A" + order, Purpose.HEDGE, null));
    }
  }

  private List<Integer> writers() {
    return database.read(
        db -> db.fetch("select backend from written_by").getValues(0, Integer.class));
  }

  @Test
  @Tag("fault:D3")
  void aConnectionThatDiedWhileItStoodCostsNoCommit() {
    int standing = awaitStanding();
    database.run(db -> db.fetchValue("select pg_terminate_backend(?)", standing));
    assertEquals(new Outcome.Committed(), commit("A1", Purpose.HEDGE, null));
    assertEquals(1, rows("order_intent"));
  }

  /** The process of the database that has rehearsed and waits. */
  private int awaitStanding() {
    long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (System.nanoTime() < end) {
      var found =
          database.read(db ->
              db.fetch(
                  "select pid from pg_stat_activity where datname = current_database()"
                      + " and query like '%commit_intents%' and state = 'idle'"));
      if (found.isNotEmpty()) {
        return found.getFirst().get(0, Integer.class);
      }
      LockSupport.parkNanos(2_000_000);
    }
    return fail("no connection stands by");
  }

  @Test
  void refusesAnEntryAboveTheMode() {
    assertEquals(
        new Outcome.Refused("mode is MONITOR, the order is for LIVE"),
        commit("A1", Purpose.ENTRY, approvedPair()));
  }

  @Test
  @Tag("fault:E4")
  @Tag("fault:N5")
  void refusesAnEntryAfterAHaltButNotAHedge() {
    live();
    PairId pair = approvedPair();
    controls.narrow(_ -> new Controls(Mode.LIVE, true, "storm"), request("halt"), NOW);
    assertEquals(new Outcome.Refused("halted: storm"), commit("A1", Purpose.ENTRY, pair));
    assertEquals(new Outcome.Committed(), commit("A2", Purpose.HEDGE, pair));
  }

  @Test
  @Tag("fault:E3")
  void refusesAnEntryOfAPausedPair() {
    live();
    PairId pair = approvedPair();
    decide(pair, PairStatus.PAUSED);
    assertEquals(
        new Outcome.Refused("pair " + pair + " is PAUSED"), commit("A1", Purpose.ENTRY, pair));
  }

  @Test
  @Tag("fault:N2")
  void refusesEverythingOfAnOlderEpoch() {
    live();
    database.run(db -> db.execute("update lease set expires_at = now() - interval '1 second'"));
    var second = new Lease(database, "main", "second", InstantSource.fixed(NOW));
    assertEquals(2, ((Lease.Taken.Ours) second.take()).held().epoch());
    assertEquals(
        new Outcome.Refused("the lease has epoch 2, ours is 1"), commit("A1", Purpose.HEDGE, null));
  }

  @Test
  void refusesWithoutALease() {
    held.set(null);
    assertEquals(
        new Outcome.Refused(
            "the lease of this account is not ours:"
                + " another process took it, or it cannot be renewed"),
        commit("A1", Purpose.HEDGE, null));
  }

  @Test
  @Tag("fault:D3")
  @Tag("fault:D11")
  void theSameIntentTwiceIsOneRow() {
    live();
    commit("A1", Purpose.HEDGE, null);
    assertEquals(new Outcome.Committed(), commit("A1", Purpose.HEDGE, null));
    assertEquals(1, new Recovery(database).load(NOW).orders().size());
  }

  @Test
  @Tag("fault:D11")
  void anIdThatAnotherOrderHasIsRefused() {
    Instant first = NOW.plusNanos(1_234_567);
    assertEquals(new Outcome.Committed(), hedge(first));
    assertEquals(new Outcome.Committed(), hedge(first), "its own row, in nanoseconds");
    assertInstanceOf(Outcome.Refused.class, hedge(first.plusSeconds(1)));
    lease.release(Objects.requireNonNull(held.get()));
    held.set(((Lease.Taken.Ours) lease.take()).held());
    assertInstanceOf(Outcome.Refused.class, hedge(first));
  }

  private Outcome hedge(Instant at) {
    return intents.commit(
        Mode.LIVE, List.of(Samples.order("A1", Purpose.HEDGE, null)), List.of(), at);
  }

  @Test
  @Tag("fault:D5")
  void aDeadlockIsTriedAgain() {
    database.run(db ->
        db.execute(
            "create sequence tries;"
                + " create function deadlock() returns trigger language plpgsql as $$ begin"
                + " if nextval('tries') < 3 then"
                + " raise exception 'deadlock' using errcode = 'deadlock_detected'; end if;"
                + " return new; end $$;"
                + " create trigger deadlock before insert on order_intent"
                + " for each row execute function deadlock()"));
    assertEquals(new Outcome.Committed(), commit("A1", Purpose.HEDGE, null));
    assertEquals(1, rows("order_intent"));
  }

  @Test
  @Tag("fault:D4")
  void commitsWhileReportsHoldEveryOtherConnection() throws InterruptedException {
    var busy = new CountDownLatch(REPORTS);
    var over = new CountDownLatch(1);
    try (var reports = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < REPORTS; i++) {
        reports.execute(() ->
            database.run(_ -> {
              busy.countDown();
              awaitQuietly(over);
            }));
      }
      try {
        assertTrue(busy.await(10, TimeUnit.SECONDS));
        assertEquals(new Outcome.Committed(), commit("A1", Purpose.HEDGE, null));
      } finally {
        over.countDown();
      }
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @Tag("fault:D6")
  void namesTheSettingUnderWhichCommittedRowsMayBeLost() {
    // the server of the tests is one that may lose them; EmbeddedDatabaseTest has one that may not
    assertEquals("fsync is off: set it to on", database.durabilityProblem());
  }

  @Test
  @Tag("fault:N1")
  void aSecondProcessIsToldWhoHoldsTheLease() {
    var second = new Lease(database, "main", "second", InstantSource.fixed(NOW));
    var theirs = assertInstanceOf(Lease.Taken.Theirs.class, second.take());
    assertEquals("first", theirs.holder());
    assertEquals(true, theirs.left().compareTo(Duration.ofSeconds(15)) <= 0);
  }

  @Test
  void aGivenBackLeaseIsFreeAtOnce() {
    lease.release(Objects.requireNonNull(held.get()));
    var second = new Lease(database, "main", "second", InstantSource.fixed(NOW));
    assertEquals(2, ((Lease.Taken.Ours) second.take()).held().epoch());
  }

  @Test
  @Tag("fault:Q2")
  void ofTwoDecisionsTheFirstWinsAndARepeatedClickCountsOnce() {
    PairId pair = approvedPair();
    assertInstanceOf(Pairs.Decided.Repeated.class, decide(pair, PairStatus.APPROVED));
    var late =
        pairs.decide(
            new Pairs.Decision(
                pair, Set.of(PairStatus.PROPOSED), PairStatus.REJECTED, "", "", request("late")),
            NOW);
    assertEquals(new Pairs.Decided.Refused("Pair " + pair + " is APPROVED, by alice."), late);
  }

  @Test
  void theAuditChainShowsAnAlteredRow() {
    approvedPair();
    live();
    assertEquals(0, audit.firstBrokenRow());
    database.run(db -> {
      db.execute("alter table operator_action disable trigger operator_action_is_append_only");
      db.execute("update operator_action set actor_name = 'mallory' where id = 1");
    });
    assertEquals(1, audit.firstBrokenRow());
  }
}
