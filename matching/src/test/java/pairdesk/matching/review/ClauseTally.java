package pairdesk.matching.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pairdesk.matching.review.Clause.Topic;
import pairdesk.matching.review.Clause.Verdict;

/** Clauses as they were read against clauses as a person reads them. */
public final class ClauseTally {
  private static final double RIGHT = 0.9;

  private int clauses;
  private int stated;
  private final List<String> wrong = new ArrayList<>();
  private final List<String> wrongWhereStated = new ArrayList<>();
  private final List<String> calledEqual = new ArrayList<>();

  /** Counts all topics of one pair; those that the person left out are not stated by both. */
  public void add(String pair, Map<Topic, Verdict> byHand, List<Clause> found) {
    for (Clause clause : found) {
      add(pair, byHand.getOrDefault(clause.topic(), Verdict.NOT_STATED), clause);
    }
  }

  private void add(String pair, Verdict byHand, Clause clause) {
    boolean isStated =
        !clause.left().isEmpty() || !clause.right().isEmpty() || byHand != Verdict.NOT_STATED;
    clauses++;
    stated += isStated ? 1 : 0;
    if (clause.verdict() == byHand) {
      return;
    }
    String what =
        "%s · %s: %s by hand, %s <%s> <%s>"
            .formatted(
                pair, clause.topic(), byHand, clause.verdict(), clause.left(), clause.right());
    wrong.add(what);
    if (isStated) {
      wrongWhereStated.add(what);
    }
    if (clause.verdict() == Verdict.EQUAL && byHand == Verdict.DIFFERENT) {
      calledEqual.add(what);
    }
  }

  /** Nine in ten are right, also of those that either side states, and no difference is missed. */
  public void assertGood() {
    System.out.printf(
        "clauses: %d of %d as read by hand; of the %d that either side states, %d%n",
        clauses - wrong.size(), clauses, stated, stated - wrongWhereStated.size());
    wrong.forEach(System.out::println);
    assertEquals(List.of(), calledEqual);
    assertTrue(clauses - wrong.size() >= RIGHT * clauses, wrong::toString);
    assertTrue(stated - wrongWhereStated.size() >= RIGHT * stated, wrongWhereStated::toString);
  }
}
