package pairdesk.bot.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.bot.access.Caller;
import pairdesk.bot.console.Answer;
import pairdesk.bot.scene.Golden;
import pairdesk.bot.scene.Samples;
import pairdesk.bot.scene.Scene;
import pairdesk.bot.scene.Written;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;

/** Buttons, reactions and typed words. */
class DecidingTest {
  private static final PairId PAIR = new PairId(1);
  private static final String APPROVE = "v1:approve:1:hash1";
  private static final String REJECT = "v1:reject:1:hash1";

  private final Scene scene = new Scene();
  private final Caller admin = scene.admin();

  @BeforeEach
  void oneCandidate() {
    for (var id : List.of(Samples.kalshi(1), Samples.polymarket(1))) {
      scene.desk.markets.put(id, Samples.market(id, "Rain?", "Pays *if* it rains."));
    }
    scene.matches.proposals.add(Samples.proposal(1, 91, "hash1"));
    scene.run(scene.operator(), "find_matches");
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private PairStatus status() {
    return scene.rows.pairs().find(PAIR).orElseThrow().pair().status();
  }

  private void rulesChange() {
    scene.matches.proposals.set(0, Samples.proposal(1, 91, "hash2"));
    scene.run(scene.operator(), "find_matches");
  }

  private List<PairStatus> told() {
    return scene.desk.asked.stream()
        .map(r -> ((OperatorRequest.ChangePair) r).pair().status())
        .toList();
  }

  @Test
  void aButtonDecidesAndTheCardSaysWho() {
    Golden.check("card-approved", scene.console.button(scene.operator(), APPROVE, ""));
    assertEquals(List.of(PairStatus.APPROVED), told());
  }

  @Test
  void detailsShowBothRulesToAViewer() {
    Golden.check("card-details", scene.console.button(scene.viewer(), "v1:details:1:hash1", ""));
  }

  @Test
  @Tag("fault:Q7")
  void aButtonOfOlderRulesDecidesNothing() {
    rulesChange();
    String answer = Written.answer(scene.console.button(scene.operator(), APPROVE, ""));
    assertTrue(answer.contains("the rules have changed"), answer);
    assertEquals(PairStatus.PROPOSED, status());
  }

  @Test
  void aReactionIsAsGoodAsAButton() {
    scene.console.reaction(scene.operator(), "m1", "❌");
    assertEquals(PairStatus.REJECTED, status());
    assertEquals("edit", scene.messages.done.getLast().kind());
    assertFalse(scene.messages.done.getLast().reply().buttons().getFirst().enabled());
  }

  @Test
  @Tag("fault:Q13")
  void aReactionOnADecidedCardDecidesNothing() {
    scene.console.reaction(scene.operator(), "m1", "✅");
    scene.console.reaction(scene.operator(), "m1", "❌");
    assertEquals(PairStatus.APPROVED, status());
    assertEquals(List.of(PairStatus.APPROVED), told());
  }

  @Test
  void aReactionOnACardOfOlderRulesDecidesNothing() {
    rulesChange();
    scene.console.reaction(scene.operator(), "m1", "✅");
    assertEquals(PairStatus.PROPOSED, status());
    scene.console.reaction(scene.operator(), "m2", "✅");
    assertEquals(PairStatus.APPROVED, status());
  }

  @Test
  @Tag("fault:E2")
  void ofApproveAndRejectAtTheSameTimeTheFirstWins() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Answer> approve =
          threads.submit(() -> scene.console.button(scene.operator(), APPROVE, ""));
      Future<Answer> reject = threads.submit(() -> scene.console.button(scene.admin(), REJECT, ""));
      assertEquals(1, count(List.of(approve, reject), Answer.Audience.IN_PLACE));
    }
    assertEquals(List.of(status()), told());
  }

  private static long count(List<Future<Answer>> answers, Answer.Audience audience)
      throws InterruptedException, ExecutionException {
    long count = 0;
    for (Future<Answer> answer : answers) {
      if (answer.get() instanceof Answer.Reply reply && reply.audience() == audience) {
        count++;
      }
    }
    return count;
  }

  @Test
  @Tag("fault:E7")
  void liveNeedsTheWordExactly() {
    for (String word : List.of("", "live", "LIV", "RESUME", "LIVE!")) {
      String answer = Written.answer(scene.console.button(admin, scene.asked(admin, "live"), word));
      assertTrue(answer.contains("nothing has changed"), answer);
    }
    assertEquals(Mode.MONITOR, scene.rows.controls().read().mode());
    assertEquals(List.of(), scene.desk.asked);
    Instant seen = scene.rows.controls().kept().changedAt();
    Golden.check("live", scene.console.button(admin, scene.asked(admin, "live"), " LIVE "));
    assertEquals(
        List.of(new OperatorRequest.SetMode(Mode.LIVE, seen, scene.admin().actor())),
        scene.desk.asked);
    assertEquals(Mode.MONITOR, scene.rows.controls().read().mode(), "the engine's to write");
    assertEquals("LIVE", scene.rows.audit().newest(1).getFirst().detail());
  }

  @Test
  void liveIsNotStoredWhenTheEngineRefuses() {
    scene.desk.engine = request -> new OperatorReply.Refused("Kalshi is not reconciled.");
    Golden.check("live-refused", scene.console.button(admin, scene.asked(admin, "live"), "LIVE"));
    assertEquals(Mode.MONITOR, scene.rows.controls().read().mode());
  }

  @Test
  void theEngineIsNotAskedForLiveWhileTheInstallationObjects() {
    scene.desk.objections = List.of("Kalshi does not let this account trade: closed.");
    String answer = Written.answer(scene.console.button(admin, scene.asked(admin, "live"), "LIVE"));
    assertTrue(answer.contains("Not LIVE: Kalshi does not let"), answer);
    assertEquals(List.of(), scene.desk.asked);
    assertEquals(Mode.MONITOR, scene.rows.controls().read().mode());
  }

  @Test
  void goingLiveDoesNotUndoAHaltThatCameInBetween() {
    haltsBeforeItAnswers();
    scene.console.button(admin, scene.asked(admin, "live"), "LIVE");
    assertEquals(new Controls(Mode.MONITOR, true, "storm"), scene.rows.controls().read());
  }

  @Test
  @Tag("fault:E5")
  void resumingDoesNotUndoAHaltThatCameInBetween() {
    scene
        .rows
        .controls()
        .narrow(
            now -> new Controls(now.mode(), true, "storm"),
            scene.operator().request(),
            Scene.NOW.minusSeconds(60));
    haltsBeforeItAnswers();
    Golden.check(
        "resume-too-late", scene.console.button(admin, scene.asked(admin, "resume"), "RESUME"));
    assertTrue(scene.rows.controls().read().halted());
  }

  @Test
  void resumingAsksTheEngineToEndTheHaltThatWasSeen() {
    scene.run(scene.operator(), "halt", "reason", "storm");
    Instant seen = scene.rows.controls().kept().changedAt();
    Golden.check("resume", scene.console.button(admin, scene.asked(admin, "resume"), "RESUME"));
    assertEquals(
        new OperatorRequest.Resume("typed the word", seen, scene.admin().actor()),
        scene.desk.asked.getLast());
    assertEquals("resumed", scene.rows.audit().newest(1).getFirst().detail());
  }

  private void haltsBeforeItAnswers() {
    scene.desk.engine =
        request -> {
          if (!(request instanceof OperatorRequest.Halt)) {
            scene.run(scene.operator(), "halt", "reason", "storm");
          }
          return new OperatorReply.Done("Done.");
        };
  }
}
