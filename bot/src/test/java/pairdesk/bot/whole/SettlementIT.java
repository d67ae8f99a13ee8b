package pairdesk.bot.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pairdesk.sandbox.demo.Patience;

/**
 * Hedged pairs come to their end: Kalshi pays by itself, Polymarket's winnings are redeemed through
 * the relayer, whose first answer is lost and during whose work the desk is killed.
 */
class SettlementIT {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  @Tag("fault:L2")
  @Tag("fault:L6")
  void bothVenuesPayAndTheBooksAgreeAfterALostReplyAndAKill()
      throws IOException, InterruptedException {
    try (Rig rig = Rig.start(folder)) {
      rig.goLive();
      long before = cash(rig);
      Rig.Watched polymarketWins = hedged(rig);
      Rig.Watched kalshiWins = hedged(rig);
      Rig.Watched isVoid = hedged(rig);
      rig.control()
          .post(
              "rules",
              "{'when':{'venue':'polymarket','method':'POST','path':'/submit','times':1},"
                  + "'do':{'type':'loseReply','holdMillis':100}}");
      settle(rig, polymarketWins, "0");
      settle(rig, kalshiWins, "1");
      settle(rig, isVoid, "0.5");
      Patience.untilTrue("a redemption to be sent", Rig.LIMIT, () -> submissions(rig) > 0);
      rig.killAndRestart();
      Patience.untilTrue(
          "everything to be paid", Rig.LIMIT, () -> rig.ledger().path("winnings").isEmpty());
      rig.awaitAgreement();
      assertEquals(2, submissions(rig), rig::log);
      JsonNode ledger = rig.ledger();
      for (JsonNode position : ledger.path("positions")) {
        assertEquals("0", position.path("quantity_e6").asText(), position::toString);
      }
      assertEquals(Long.toString(cash(rig) - before), ledger.path("net_e6").asText(), rig::log);
    }
  }

  /** YES on Kalshi and NO on Polymarket, as many of each, settled. */
  private static Rig.Watched hedged(Rig rig) {
    Rig.Watched pair = rig.approvePair();
    pair.openGap();
    pair.awaitExecution("COMPLETE");
    pair.closeGap();
    rig.awaitAgreement();
    assertEquals(pair.legs().getFirst(), pair.legs().getLast(), rig::log);
    return pair;
  }

  private static void settle(Rig rig, Rig.Watched watched, String value) {
    String settle = "{'venue':'%s','market':'%s','action':'settle','value':'%s'}";
    Control.TruePair pair = watched.pair();
    rig.control().post("market", settle.formatted("kalshi", pair.kalshi(), value));
    rig.control().post("market", settle.formatted("polymarket", pair.polymarket(), value));
  }

  private static long submissions(Rig rig) {
    return rig.control()
        .truth("requests")
        .path("requests")
        .valueStream()
        .filter(request -> request.path("path").asText().equals("/submit"))
        .count();
  }

  /** All that the trader has, in micro-dollars. */
  private static long cash(Rig rig) {
    JsonNode now = rig.control().truth("checkpoint");
    return now.at("/kalshi/cash_e6").asLong() + now.at("/polymarket/cash_e6").asLong();
  }
}
