package pairdesk.bot.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pairdesk.sandbox.demo.Patience;

/** What the desk does with money at stake when its database goes away under it. */
class DatabaseFaultsIT {
  /** Answers take so long that something happens to the database before they come. */
  private static final String SLOW_ORDERS =
      "{'when':{'method':'POST','path':'order'},'do':{'type':'delay','millis':1200}}";

  /** A minute of quiet ends the breaker, and then there has to be a trade. */
  private static final Duration BY_ITSELF = Duration.ofMinutes(2);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static OwnServer database;

  @SuppressWarnings("NullAway.Init")
  private static Rig rig;

  @SuppressWarnings("NullAway.Init")
  private Rig.Watched watched;

  @BeforeAll
  static void startTheDesk() throws IOException {
    database = OwnServer.start(folder.resolve("database"));
    rig = Rig.still(folder, Map.of("DATABASE_URL", database.url().jdbcUrl()));
    rig.goLive();
  }

  @AfterAll
  static void stopTheDesk() {
    rig.close();
    database.close();
  }

  /** Entries go on as soon as the database does, so that each test finds them on. */
  @BeforeEach
  void waitLongForTheDatabase() {
    rig.limit("journal", "60 s");
    rig.limit("commit", "60 s");
    watched = rig.approvePair();
  }

  /** Nobody did anything: the books agree to the last unit, and the desk trades again. */
  @AfterEach
  void tradesAgainByItself() throws InterruptedException {
    rig.control().forgetRules();
    watched.closeGap();
    rig.awaitAgreement();
    assertEquals(watched.legs().getFirst(), watched.legs().getLast(), rig::log);
    assertEquals(Set.of(), rig.doubled());
    Rig.Watched next = rig.approvePair();
    next.openGap();
    Patience.untilTrue("a trade", BY_ITSELF, () -> next.execution().equals("COMPLETE"));
    next.closeGap();
    rig.awaitAgreement();
    assertTrue(next.legs().getFirst() > 0, next.legs()::toString);
    try (Program doctor = rig.program("doctor", "--invariants")) {
      assertEquals(0, doctor.await(Rig.LIMIT), doctor::output);
    }
  }

  @Test
  @Tag("fault:D1")
  void sendsNothingWhileTheDatabaseIsAwayAndSaysSo() throws IOException {
    rig.limit("journal", "1 s");
    database.stop();
    try {
      List<String> before = rig.control().placings();
      watched.openGap();
      Patience.untilTrue(
          "/status to say so", Rig.LIMIT, () -> rig.status().contains("⛔ `journal`"));
      assertEquals(before, rig.control().placings(), rig::log);
    } finally {
      database.start();
    }
  }

  @Test
  @Tag("fault:D2")
  @Tag("fault:D9")
  void keepsTheFillsThatCameWhileTheDatabaseWasAway() throws IOException {
    sendOrders();
    database.stop();
    try {
      awaitFills();
    } finally {
      database.start();
    }
  }

  /** No repair leaves without its intent, and it leaves as soon as that can be written. */
  @Test
  @Tag("fault:D2")
  void mendsALegOnceTheDatabaseIsBack() throws IOException {
    rig.control()
        .post(
            "rules",
            "{'when':{'venue':'polymarket','method':'POST','path':'order','times':1},"
                + "'do':{'type':'replace','status':503,'body':'{}'}}");
    sendOrders();
    int refused = refusedIntents();
    database.stop();
    try {
      Patience.untilTrue("a fill", Rig.LIMIT, () -> watched.legs().getFirst() > 0);
      List<String> before = rig.control().placings();
      Patience.untilTrue("a refused repair", Rig.LIMIT, () -> refusedIntents() > refused);
      assertEquals(before, rig.control().placings(), rig::log);
      assertEquals(0, watched.legs().getLast());
    } finally {
      database.start();
    }
    watched.awaitExecution("COMPLETE|UNWOUND|PANIC_CLOSED");
  }

  /** The server ends every other session, too, and recovers. */
  @Test
  @Tag("fault:D3")
  void losesNothingWhenASessionIsKilled() {
    sendOrders();
    database.killSession();
    awaitFills();
  }

  @Test
  @Tag("fault:D7")
  void keepsTheFillsThatCameWhileTheDiskWasFullAndSendsNothing() {
    Rig.Watched other = rig.approvePair();
    sendOrders();
    database.fill();
    try {
      awaitFills();
      List<String> before = rig.control().placings();
      other.openGap();
      other.awaitExecution("REFUSED");
      other.closeGap();
      assertEquals(before, rig.control().placings(), rig::log);
    } finally {
      database.makeRoom();
    }
  }

  /** Orders of both legs have reached the venues, whose answers have not come back. */
  private void sendOrders() {
    int before = rig.control().placings().size();
    rig.control().post("rules", SLOW_ORDERS);
    watched.openGap();
    try {
      Patience.untilTrue(
          "both orders", Rig.LIMIT, () -> rig.control().placings().size() >= before + 2);
    } catch (RuntimeException e) {
      throw new AssertionError(rig.status() + rig.opportunities() + rig.log(), e);
    }
  }

  private static int refusedIntents() {
    return rig.log().split("intents not committed", -1).length;
  }

  /** The venues have filled both orders, and the desk has heard of it. */
  private void awaitFills() {
    Patience.untilTrue(
        "fills", Rig.LIMIT, () -> watched.legs().stream().allMatch(shares -> shares > 0));
    watched.awaitExecution("COMPLETE");
  }
}
