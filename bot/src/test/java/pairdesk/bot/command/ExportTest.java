package pairdesk.bot.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pairdesk.bot.console.Answer;
import pairdesk.bot.scene.Golden;
import pairdesk.bot.scene.Samples;
import pairdesk.bot.scene.Scene;
import pairdesk.bot.scene.Written;

/** /export and /notify. */
class ExportTest {
  private final Scene scene = new Scene();

  @BeforeEach
  void onePair() {
    for (var id : java.util.List.of(Samples.kalshi(1), Samples.polymarket(1))) {
      scene.desk.markets.put(id, Samples.market(id, "Rain?", "Pays if it rains."));
    }
    scene.matches.proposals.add(Samples.proposal(1, 91, "hash1"));
    scene.run(scene.operator(), "find_matches");
    scene.run(scene.operator(), "approve_pair", "pair", "1", "note", "=1+1");
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void pairsAsAFile() {
    Golden.check("export-pairs", scene.run(scene.operator(), "export", "kind", "pairs"));
    assertEquals("pairdesk-pairs.csv, 1 rows", scene.rows.audit().newest(1).getFirst().detail());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"orders", "executions", "fills", "positions", "pnl", "opportunities", "pairs"})
  void everyKindInBothFormatsForTheCallerAlone(String kind) {
    for (String format : java.util.List.of("csv", "json")) {
      var reply =
          (Answer.Reply)
              scene.run(scene.operator(), "export", "kind", kind, "format", format, "days", "7");
      assertEquals(Answer.Audience.CALLER, reply.audience());
      assertEquals("pairdesk-" + kind + "." + format, reply.files().getFirst().fileName());
    }
  }

  @Test
  void theAuditIsForAdmins() {
    String refused = Written.answer(scene.run(scene.operator(), "export", "kind", "audit"));
    assertTrue(refused.contains("for admins"), refused);
    assertEquals("refused", scene.rows.audit().newest(1).getFirst().action());
    var reply = (Answer.Reply) scene.run(scene.admin(), "export", "kind", "audit");
    assertEquals("pairdesk-audit.csv", reply.files().getFirst().fileName());
  }

  @Test
  void saysWhatBelongsToNoAccount() {
    String answer =
        Written.answer(
            scene.run(scene.operator(), "export", "kind", "opportunities", "account", "paper"));
    assertTrue(answer.contains("opportunities: belongs to no account"), answer);
  }

  @Test
  void noticesAreSetShownAndWrittenDown() {
    scene.run(scene.operator(), "notify", "kind", "opportunities", "level", "off");
    scene.run(scene.operator(), "notify", "kind", "alarms", "call_me", "true");
    scene.run(scene.admin(), "notify", "kind", "alarms", "call_me", "true");
    Golden.check("notify", scene.run(scene.operator(), "notify"));
    scene.run(scene.admin(), "notify", "kind", "alarms", "call_me", "false");
    assertEquals("alarms leaves out ada", scene.rows.audit().newest(1).getFirst().detail());
  }

  @Test
  void moneyAtRiskIsAlwaysTold() {
    String answer =
        Written.answer(scene.run(scene.operator(), "notify", "kind", "alarms", "level", "off"));
    assertTrue(answer.contains("but not off"), answer);
    for (String[] odd :
        new String[][] {{"level", "off"}, {"kind", "pairs", "level", "on", "call_me", "true"}}) {
      assertTrue(Written.answer(scene.run(scene.operator(), "notify", odd)).contains("Not done"));
    }
  }
}
