package pairdesk.matching.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pairdesk.matching.Matcher;
import pairdesk.matching.review.Clause.Topic;
import pairdesk.matching.review.Clause.Verdict;
import pairdesk.matching.review.RuleFixtures.Fixture;

/** The clauses of rule texts in the shapes of both venues against a table that was read by hand. */
class ClausesInOurWordsTest {

  @Test
  void readsNineInTenClausesAsAPersonDoes() throws IOException {
    List<Fixture> fixtures = RuleFixtures.all();
    assertTrue(fixtures.size() >= 60, "pairs of rule texts: " + fixtures.size());
    Matcher matcher = new Matcher();
    ClauseTally tally = new ClauseTally();
    for (Fixture pair : fixtures) {
      tally.add(
          pair.about(), pair.byHand(), matcher.compare(pair.kalshi(), pair.polymarket()).clauses());
    }
    tally.assertGood();
  }

  @Test
  void holdsEachTopicEqualAndDifferent() throws IOException {
    List<Fixture> fixtures = RuleFixtures.all();
    for (Verdict verdict : List.of(Verdict.EQUAL, Verdict.DIFFERENT)) {
      Set<Topic> shown =
          fixtures.stream()
              .flatMap(pair -> pair.byHand().entrySet().stream())
              .filter(clause -> clause.getValue() == verdict)
              .map(java.util.Map.Entry::getKey)
              .collect(Collectors.toSet());
      assertEquals(EnumSet.allOf(Topic.class), shown, verdict::toString);
    }
  }
}
