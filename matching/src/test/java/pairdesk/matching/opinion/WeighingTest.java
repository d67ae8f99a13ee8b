package pairdesk.matching.opinion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Relation;
import pairdesk.matching.opinion.Opinion.Finding;
import pairdesk.matching.review.Clause.Topic;
import pairdesk.matching.review.PairProposal;
import pairdesk.matching.review.PairProposal.Evidence;
import pairdesk.matching.review.PairProposal.Judgement;
import pairdesk.matching.veto.Objection;

class WeighingTest {

  private static PairProposal pair(int score, Relation relation, List<Objection> vetoes) {
    return new PairProposal(
        MarketId.kalshi("KXA-1"),
        MarketId.polymarket("1"),
        new Judgement(score / 100.0, relation, vetoes),
        new Evidence(List.of("Same last day: 2026-12-31."), List.of(), "hash"));
  }

  private static Opinion opinion(Finding finding, Topic... differing) {
    return new Opinion(finding, List.of(differing), "Noon against five.", "reader-1");
  }

  @ParameterizedTest
  @CsvSource({
    "95, SAME, SAME, 95",
    "95, INVERSE, INVERSE, 95",
    "95, SAME, INVERSE, 55",
    "95, INVERSE, SAME, 55",
    "95, SAME, DIFFERENT, 55",
    "95, SAME, UNSURE, 75",
    "40, SAME, SAME, 40",
    "40, SAME, DIFFERENT, 40",
    "60, SAME, UNSURE, 60",
  })
  void lowersAndNeverRaises(int score, Relation relation, Finding finding, int expected) {
    PairProposal weighed = Weighing.of(pair(score, relation, List.of()), opinion(finding));
    assertEquals(expected, weighed.score());
    assertEquals(relation, weighed.relation());
  }

  @Test
  void anAgreeingReaderDoesNotSaveAContradictedPair() {
    List<Objection> vetoes = List.of(new Objection("date", "May against June"));
    PairProposal weighed =
        Weighing.of(pair(9, Relation.SAME, vetoes), opinion(Finding.SAME, Topic.SOURCE));
    assertEquals(vetoes, weighed.vetoes());
    assertEquals(9, weighed.score());
  }

  @Test
  void theOpinionStandsBeforeOurReasons() {
    PairProposal weighed =
        Weighing.of(
            pair(95, Relation.SAME, List.of()),
            opinion(Finding.DIFFERENT, Topic.SOURCE, Topic.INSTANT));
    assertEquals(
        List.of(
            "Second opinion (reader-1): two questions, sees differences in source, instant and time"
                + " zone.",
            "Its reason: Noon against five.",
            "Same last day: 2026-12-31."),
        weighed.reasons());
    assertEquals("hash", weighed.rulesHash());
  }

  @Test
  void withoutAnOpinionTheScoreStaysAndThePersonIsTold() {
    PairProposal weighed = Weighing.without(pair(95, Relation.SAME, List.of()), "no answer");
    assertEquals(95, weighed.score());
    assertTrue(weighed.reasons().contains("No second opinion: no answer."));
  }
}
