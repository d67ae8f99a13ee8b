package pairdesk.bot.review;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.bot.scene.Samples;
import pairdesk.bot.scene.Scene;
import pairdesk.bot.scene.Written;
import pairdesk.engine.market.Relation;
import pairdesk.matching.review.Clause;
import pairdesk.matching.review.PairProposal;

/** A green mark stands only where rules were compared. */
class CandidateCardTest {
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  private String card(Clause... clauses) {
    for (var id : List.of(Samples.kalshi(1), Samples.polymarket(1))) {
      scene.desk.markets.put(id, Samples.market(id, "Rain?", "Pays."));
    }
    scene.matches.proposals.add(
        new PairProposal(
            Samples.kalshi(1),
            Samples.polymarket(1),
            new PairProposal.Judgement(0.99, Relation.SAME, List.of()),
            new PairProposal.Evidence(List.of("same city"), List.of(clauses), "hash")));
    scene.run(scene.operator(), "find_matches");
    return Written.answer(scene.run(scene.viewer(), "pair", "pair", "1"));
  }

  @Test
  void nothingComparedIsNoAgreement() {
    String card =
        card(
            new Clause(Clause.Topic.SOURCE, "", "", Clause.Verdict.NOT_STATED),
            new Clause(Clause.Topic.INSTANT, "noon", "", Clause.Verdict.NOT_STATED));
    assertTrue(card.contains("❔ **No rule could be compared: read both texts**"), card);
  }

  @Test
  void namesTheRulesThatAreTheSame() {
    String card =
        card(
            new Clause(Clause.Topic.SOURCE, "NWS", "NWS", Clause.Verdict.EQUAL),
            new Clause(Clause.Topic.INSTANT, "noon", "", Clause.Verdict.NOT_STATED));
    assertTrue(card.contains("✅ **No rule was found to differ**; the same: source"), card);
  }
}
