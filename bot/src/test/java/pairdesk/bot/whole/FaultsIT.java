package pairdesk.bot.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pairdesk.sandbox.demo.Patience;

/** What the desk does with money at stake when a venue misbehaves on the wire. */
class FaultsIT {
  private static final String ORDER_ON_KALSHI =
      "'when':{'venue':'kalshi','method':'POST','path':'orders','times':1}";
  private static final String ORDER_ON_POLYMARKET =
      "'when':{'venue':'polymarket','method':'POST','path':'order','times':1}";
  private static final String CLOSED = "COMPLETE|UNWOUND|PANIC_CLOSED|NOTHING_FILLED|STALE|REFUSED";

  /** Longer than a book is trusted, with time to decide. */
  private static final Duration LOOK = Duration.ofSeconds(6);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static Rig rig;

  @SuppressWarnings("NullAway.Init")
  private Rig.Watched watched;

  @BeforeAll
  static void startTheDesk() throws IOException {
    rig = Rig.start(folder);
    rig.goLive();
  }

  @AfterAll
  static void stopTheDesk() {
    rig.close();
  }

  @BeforeEach
  void approveAFreshPair() {
    watched = rig.approvePair();
  }

  /** Whatever a test did: no leg alone, the books agree, and the desk trades again. */
  @AfterEach
  void tradesAgainAfterwards() {
    watched.closeGap();
    rig.restore();
    rig.awaitAgreement();
    Rig.Watched next = rig.approvePair();
    next.openGap();
    next.awaitExecution("COMPLETE");
    next.closeGap();
    rig.awaitAgreement();
    assertEvenLegs(next);
    assertTrue(next.legs().getFirst() > 0, next.legs()::toString);
  }

  @Test
  @Tag("fault:W4")
  void doesNotTradeOnABookThatNobodyConfirms() {
    rig.control()
        .post(
            "rules",
            "{'on':'message','when':{'venue':'polymarket','channel':'market'},'do':{'type':'freeze'}}");
    rig.control()
        .post(
            "rules",
            "{'on':'request','when':{'venue':'polymarket','path':'book'},"
                + "'do':{'type':'replace','status':503,'body':'{}'}}");
    Patience.untilTrue(
        "/status to say so", Rig.LIMIT, () -> rig.status().contains("market stream DEGRADED"));
    int before = rig.control().requests();
    watched.openGap();
    neverTrades(before);
  }

  /**
   * Kalshi's ask of YES is shown below its bid; once the venue says otherwise, there is a trade.
   */
  @Test
  @Tag("fault:W12")
  void doesNotTradeOnACrossedBookAndTradesWhenItIsMended() {
    String edit = "'do':{'type':'edit','find':'0.6000','put':'0.7000'}";
    rig.control()
        .post(
            "rules", "{'on':'message','when':{'venue':'kalshi','type':'orderbook'}," + edit + "}");
    rig.control().post("rules", "{'when':{'venue':'kalshi','path':'orderbook'}," + edit + "}");
    int before = rig.control().requests();
    watched.openGap();
    neverTrades(before);
    rig.control().forgetRules();
    watched.awaitExecution("COMPLETE");
    rig.awaitAgreement();
    assertEvenLegs(watched);
  }

  /** The changes never come; the comparison with the venue's own books finds them. */
  @Test
  @Tag("fault:W1")
  void tradesEvenlyOnABookWhoseChangesWereLost() {
    rig.control()
        .post(
            "rules",
            "{'on':'message','when':{'venue':'polymarket','channel':'market'},'do':{'type':'drop'}}");
    watched.openGap();
    watched.awaitExecution("COMPLETE");
    rig.awaitAgreement();
    assertEvenLegs(watched);
  }

  @Test
  @Tag("fault:L8")
  @Tag("fault:O7")
  void endsEvenWhenTheMarketClosesUnderTheOrder() {
    rig.control().post("rules", "{" + ORDER_ON_KALSHI + ",'do':{'type':'delay','millis':300}}");
    rig.control()
        .post(
            "scenario",
            ("{'steps':[{'once':{'on':'request',"
                    + ORDER_ON_KALSHI
                    + "},'market':{'venue':'kalshi','market':'%s','action':'close'}}]}")
                .formatted(watched.pair().kalshi()));
    watched.openGap();
    endsEven();
    assertEquals(List.of(0L, 0L), watched.legs());
  }

  @Test
  @Tag("fault:R9")
  void endsEvenWhenAVenueAsksToSlowDown() {
    replaceOnce(ORDER_ON_KALSHI, 429, "{'error':'too many requests'}");
    watched.openGap();
    endsEven();
  }

  @Test
  @Tag("fault:R4")
  void endsEvenWhenAnOrderIsBookedBehindAnError() {
    rig.control()
        .post(
            "rules",
            "{"
                + ORDER_ON_KALSHI
                + ",'do':{'type':'replace','status':503,'execute':true,"
                + "'body':'{}'}}");
    watched.openGap();
    endsEven();
  }

  @Test
  @Tag("fault:T17")
  void endsEvenWhenTheOtherVenueIsUnavailable() {
    replaceOnce(ORDER_ON_POLYMARKET, 503, "{'error':'service unavailable'}");
    watched.openGap();
    endsEven();
  }

  /** What the other venue filled is sold again, once it has settled there. */
  @Test
  @Tag("fault:R13")
  void endsEvenWhenOneVenueSaysThereIsNoMoney() {
    rig.control()
        .post(
            "rules",
            "{'when':{'venue':'kalshi','method':'POST','path':'orders'},'do':{'type':'replace',"
                + "'status':400,'body':'{\\'error\\':{\\'code\\':\\'insufficient_balance\\',"
                + "\\'message\\':\\'insufficient balance\\'}}'}}");
    watched.openGap();
    endsEven();
    assertEquals(List.of(0L, 0L), watched.legs());
  }

  @Test
  @Tag("fault:W21")
  void booksComeBackAfterTheSocketsAreCut() {
    rig.control().post("rules", "{'on':'message','when':{'times':4},'do':{'type':'closeSocket'}}");
    watched.openGap();
    watched.awaitExecution("COMPLETE");
    rig.awaitAgreement();
    assertEvenLegs(watched);
  }

  private static void replaceOnce(String when, int status, String body) {
    rig.control()
        .post(
            "rules",
            "{%s,'do':{'type':'replace','status':%d,'body':'%s'}}"
                .formatted(when, status, body.replace("'", "\\'")));
  }

  private void neverTrades(int requestsBefore) {
    rig.neverTrades(requestsBefore, LOOK);
    assertEquals("", watched.execution());
  }

  private void endsEven() {
    watched.awaitExecution(CLOSED);
    watched.closeGap();
    rig.control().forgetRules();
    rig.awaitAgreement();
    assertEvenLegs(watched);
  }

  private static void assertEvenLegs(Rig.Watched pair) {
    assertEquals(pair.legs().getFirst(), pair.legs().getLast(), rig::log);
  }
}
