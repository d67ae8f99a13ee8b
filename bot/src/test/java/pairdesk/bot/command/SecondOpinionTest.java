package pairdesk.bot.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pairdesk.bot.scene.Samples;
import pairdesk.bot.scene.Scene;
import pairdesk.bot.scene.Written;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.matching.opinion.Opinion;
import pairdesk.matching.opinion.Opinion.Finding;
import pairdesk.matching.opinion.Weighing;
import pairdesk.matching.review.Clause.Topic;
import pairdesk.persistence.Pairs;

/** What a second reader changes about the cards of {@code /find_matches}. */
class SecondOpinionTest {
  private final Scene scene = new Scene();

  @BeforeEach
  void oneCandidate() {
    for (MarketId id : List.of(Samples.kalshi(1), Samples.polymarket(1))) {
      scene.desk.markets.put(id, Samples.market(id, "Rain?", "Pays if it rains."));
    }
    scene.matches.proposals.add(Samples.proposal(1, 91, "hash1"));
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private void says(Finding finding, String sentence) {
    Opinion opinion = new Opinion(finding, List.of(Topic.INSTANT), sentence, "reader-1");
    scene.matches.secondReader = pair -> Weighing.of(pair, opinion);
  }

  private String find(String... options) {
    return Written.answer(scene.run(scene.operator(), "find_matches", options));
  }

  private Pairs.Listed stored() {
    return scene.rows.pairs().find(new PairId(1)).orElseThrow();
  }

  @Test
  void aPairThatItRejectsIsHeldBackAndCanBeAskedFor() {
    says(Finding.DIFFERENT, "Noon against five.");
    String answer = find();
    assertTrue(answer.contains("1 held back by a second opinion"), answer);
    assertEquals(List.of(), scene.messages.done);
    assertEquals(55, stored().score());
    assertEquals(PairStatus.PROPOSED, stored().pair().status());
    find("similarity", "50");
    String card = Written.answer(scene.messages.done.getFirst().reply());
    assertTrue(card.contains("Noon against five."), card);
    assertTrue(card.contains("55 of 100"), card);
  }

  @Test
  void anOpinionApprovesNothing() {
    says(Finding.SAME, "Both by noon.");
    find();
    assertEquals(91, stored().score());
    assertEquals(PairStatus.PROPOSED, stored().pair().status());
    assertEquals(List.of(), scene.desk.asked);
  }

  /** Its sentence may hold what a venue's text has told it to say. */
  @Test
  void itsWordsMeanNothingToDiscord() {
    says(Finding.SAME, "@everyone [approve](https://evil.example) **now** <@&1>");
    find();
    String card = Written.answer(scene.messages.done.getFirst().reply());
    assertTrue(card.contains("\\@everyone \\[approve\\]\\(https\\://evil.example\\)"), card);
  }
}
