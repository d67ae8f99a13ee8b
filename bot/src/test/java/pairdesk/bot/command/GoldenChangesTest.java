package pairdesk.bot.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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

/** What the changing commands answer, and what they leave behind. */
class GoldenChangesTest {
  private static final PairId PAIR = new PairId(1);

  private final Scene scene = new Scene();

  GoldenChangesTest() {
    for (var id : List.of(Samples.kalshi(1), Samples.polymarket(1))) {
      scene.desk.markets.put(id, Samples.market(id, "Rain @everyone?", "Pays **if** it rains."));
    }
    scene.matches.proposals.add(Samples.proposal(1, 91, "hash1"));
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private String run(String command, String... options) {
    return Written.answer(scene.run(scene.operator(), command, options));
  }

  private PairStatus status() {
    return scene.rows.pairs().find(PAIR).orElseThrow().pair().status();
  }

  @Test
  void postsACardForEachOpenCandidateOnlyOnceDecided() {
    Golden.check(
        "find-matches",
        run("find_matches", "similarity", "90")
            + "\n"
            + Written.answer(scene.messages.done.getFirst().reply()));
    assertEquals(List.of("m1✅", "m1❌"), scene.messages.reactions);
    run("reject_pair", "pair", "1");
    run("find_matches");
    assertEquals(1, scene.messages.done.size());
  }

  @Test
  void postsNoSecondCardWhileTheFirstIsThere() {
    run("find_matches");
    Golden.check("find-matches-again", run("find_matches"));
    assertEquals(1, posts());
    scene.messages.gone.add("m1");
    run("find_matches");
    assertEquals(2, posts());
  }

  private long posts() {
    return scene.messages.done.stream().filter(done -> done.kind().equals("post")).count();
  }

  @Test
  void findsNothingAboveTheScore() {
    Golden.check("find-matches-none", run("find_matches", "similarity", "100"));
  }

  @Test
  void followsAPairThroughItsLife() {
    run("find_matches");
    Golden.check(
        "pair-life",
        String.join(
            "\n",
            run("approve_pair", "pair", "1", "note", "read both rules"),
            run("approve_pair", "pair", "1"),
            run("pause_pair", "pair", "1", "reason", "lunch"),
            run("resume_pair", "pair", "1"),
            run("set_plan", "pair", "1", "plan", "maker_taker"),
            run("set_plan", "pair", "1", "plan", "setting"),
            run("reject_pair", "pair", "1", "reason", "other", "note", "changed my mind"),
            run("resume_pair", "pair", "1"),
            run("pause_pair", "pair", "9"),
            run("pause_pair", "pair", "one")));
    assertEquals(PairStatus.REJECTED, status());
  }

  @Test
  void approvesTwoMarketsNamedByHand() {
    Golden.check(
        "approve-by-hand",
        String.join(
            "\n",
            run("approve_pair", "kalshi", "KXRAIN-1"),
            run("approve_pair", "kalshi", "KX`SUN`", "polymarket", "0x1"),
            run("approve_pair", "kalshi", "KXRAIN-1", "polymarket", Samples.polymarket(1).code())));
    assertEquals(PairStatus.APPROVED, status());
  }

  @Test
  @Tag("fault:V7")
  void asksAgainWhenTheRulesOfAnApprovedPairWereEdited() {
    run("find_matches");
    run("approve_pair", "pair", "1");
    scene
        .rows
        .pairs()
        .decide(
            new pairdesk.persistence.Pairs.Decision(
                PAIR,
                java.util.Set.of(PairStatus.APPROVED),
                PairStatus.SUSPENDED,
                "",
                "edited",
                scene.admin().request()),
            Scene.NOW);
    Golden.check("approve-suspended", run("approve_pair", "pair", "1"));
    assertEquals(PairStatus.SUSPENDED, status());

    scene.matches.proposals.set(0, Samples.proposal(1, 91, "hash2"));
    run("find_matches");
    assertEquals(PairStatus.PROPOSED, status());
    run("approve_pair", "pair", "1");
    assertEquals("hash2", scene.rows.pairs().find(PAIR).orElseThrow().pair().rulesHash());
    assertEquals(PairStatus.APPROVED, status());
  }

  @Test
  @Tag("fault:N5")
  void commitsAHaltBeforeTheEngineIsAsked() {
    scene.desk.engine =
        request -> {
          assertEquals(new Controls(Mode.MONITOR, true, "storm"), scene.rows.controls().read());
          return new OperatorReply.Refused("The engine did not answer within 2 s.");
        };
    Golden.check("halt-without-engine", run("halt", "reason", "storm"));
    assertTrue(scene.rows.controls().read().halted());
  }

  @Test
  void haltsTheEngineEvenWithoutADatabase() {
    scene.database.close();
    Golden.check("halt-without-database", run("halt", "reason", "storm"));
    assertInstanceOf(OperatorRequest.Halt.class, scene.desk.asked.getFirst());
  }

  @Test
  void lowersTheModeAtOnceAndAsksForAWordToRaiseIt() {
    var admin = scene.admin();
    Golden.check(
        "modes",
        String.join(
            "\n",
            Written.answer(scene.run(admin, "mode", "set", "paper")),
            Written.answer(scene.run(admin, "mode", "set", "live")),
            Written.answer(scene.run(admin, "mode", "set", "turbo")),
            Written.answer(scene.run(admin, "mode")),
            Written.answer(scene.run(admin, "resume"))));
    assertInstanceOf(OperatorRequest.SetMode.class, scene.desk.asked.getLast());
    assertEquals(Mode.MONITOR, scene.rows.controls().read().mode(), "bolder: the engine's row");
    scene.desk.controls(new Controls(Mode.PAPER, true, "storm"));
    assertInstanceOf(Answer.AskWord.class, scene.run(admin, "resume"));
  }
}
