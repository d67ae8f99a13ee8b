package pairdesk.bot.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pairdesk.sandbox.demo.DemoFailure;
import pairdesk.sandbox.demo.Patience;

/**
 * Discord fails in every way that it can, and the desk trades through it: one message for each
 * execution, which ends as the execution did, and a console that answers again.
 */
class DiscordFaultsIT {
  private static final List<String> FAULTS =
      List.of(
          "{'fault':'drop_socket'}",
          "{'fault':'reconnect'}",
          "{'fault':'invalid_session','resumable':true}",
          "{'fault':'invalid_session'}",
          "{'fault':'duplicate_dispatch','count':5}",
          "{'fault':'rate_limit','path':'/messages','count':2,'millis':500}",
          "{'fault':'rate_limit','global':true,'millis':500}",
          "{'fault':'ban','path':'/messages','millis':1000}",
          "{'fault':'unavailable','path':'/messages','count':2}",
          "{'fault':'slow','path':'/messages','count':2,'millis':4000}");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void losesNothingAndSaysNothingTwice() throws IOException {
    try (Rig rig = Rig.start(folder)) {
      var pairs = new LinkedHashMap<String, Rig.Watched>();
      FAULTS.forEach(fault -> pairs.put(fault, rig.approvePair()));
      Rig.Watched last = rig.approvePair();
      rig.goLive();
      pairs.forEach((fault, pair) -> trade(rig, fault, pair));
      missAcknowledgements(rig, last);
      rig.awaitAgreement();
      pairs.forEach((fault, pair) -> assertEquals(1, pair.executionMessages(), fault));
      assertEquals(1, last.executionMessages());
    }
  }

  private static void trade(Rig rig, String fault, Rig.Watched pair) {
    rig.keepTrading();
    rig.discord(fault);
    pair.openGap();
    pair.awaitExecution("COMPLETE");
    pair.closeGap();
    assertAnswers(rig);
    rig.discord("{'fault':'clear'}");
  }

  /** A socket that beats often and is not answered: the bot notices and comes back. */
  private static void missAcknowledgements(Rig rig, Rig.Watched pair) {
    rig.discord("{'fault':'heartbeat','millis':500}");
    rig.discord("{'fault':'drop_socket'}");
    assertAnswers(rig);
    rig.keepTrading();
    rig.discord("{'fault':'missed_acknowledgement','count':4}");
    pair.openGap();
    pair.awaitExecution("COMPLETE");
    pair.closeGap();
    rig.discord("{'fault':'clear'}");
    assertAnswers(rig);
  }

  /** A command that got lost is typed again, as a person would. */
  private static void assertAnswers(Rig rig) {
    var answer = new AtomicReference<JsonNode>();
    Patience.untilTrue(
        "an answer to /status",
        Rig.LIMIT,
        () -> {
          try {
            answer.set(rig.admin().command("desk", "status", Map.of()));
            return true;
          } catch (DemoFailure e) {
            return false;
          }
        });
    assertTrue(answer.toString().contains("Status · "), answer::toString);
  }
}
