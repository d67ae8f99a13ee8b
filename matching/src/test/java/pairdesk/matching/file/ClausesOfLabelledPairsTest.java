package pairdesk.matching.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import pairdesk.matching.Matcher;
import pairdesk.matching.file.LabelledData.LabelledPair;
import pairdesk.matching.review.Clause;
import pairdesk.matching.review.Clause.Topic;
import pairdesk.matching.review.Clause.Verdict;

/**
 * The clauses of real rule texts against a table that was read by hand. Nine in ten must be right,
 * and no difference may be called equal.
 */
class ClausesOfLabelledPairsTest {
  private static final String TABLE = "/pairdesk/matching/review/clauses-of-labelled-pairs.csv";
  private static final double RIGHT = 0.9;
  private static final List<Topic> COLUMNS =
      List.of(
          Topic.SOURCE,
          Topic.INSTANT,
          Topic.THRESHOLD,
          Topic.STRICTNESS,
          Topic.TOUCH_OR_CLOSE,
          Topic.CANCELLATION,
          Topic.REVISIONS);

  private int clauses;
  private int stated;
  private final List<String> wrong = new ArrayList<>();
  private final List<String> wrongWhereStated = new ArrayList<>();
  private final List<String> calledEqual = new ArrayList<>();

  @Test
  void readsNineInTenClausesAsAPersonDoes() throws IOException {
    LabelledData data = LabelledData.orSkip();
    Map<String, LabelledPair> pairs = new HashMap<>();
    data.pairs().forEach(pair -> pairs.put(pair.id(), pair));
    Matcher matcher = new Matcher();
    List<String> rows = rows();
    assertTrue(rows.size() >= 60, "pairs in the table: " + rows.size());
    for (String row : rows) {
      String[] cells = row.split(",", -1);
      LabelledPair pair = Objects.requireNonNull(pairs.get(cells[0]), row);
      Map<Topic, Clause> found = new HashMap<>();
      matcher.compare(pair.left(), pair.right()).clauses().forEach(c -> found.put(c.topic(), c));
      for (int column = 0; column < COLUMNS.size(); column++) {
        Clause clause = Objects.requireNonNull(found.get(COLUMNS.get(column)));
        judge(cells[0], cells[column + 1], clause);
      }
    }
    System.out.printf(
        "clauses: %d of %d as read by hand; of the %d that either side states, %d%n",
        clauses - wrong.size(), clauses, stated, stated - wrongWhereStated.size());
    wrong.forEach(System.out::println);
    assertEquals(List.of(), calledEqual);
    assertTrue(clauses - wrong.size() >= RIGHT * clauses, wrong::toString);
    assertTrue(stated - wrongWhereStated.size() >= RIGHT * stated, wrongWhereStated::toString);
  }

  private void judge(String pair, String letter, Clause clause) {
    Verdict expected =
        switch (letter) {
          case "E" -> Verdict.EQUAL;
          case "D" -> Verdict.DIFFERENT;
          case "N" -> Verdict.NOT_STATED;
          default -> throw new IllegalArgumentException(pair + ": " + letter);
        };
    boolean isStated = !clause.left().isEmpty() || !clause.right().isEmpty() || !letter.equals("N");
    clauses++;
    stated += isStated ? 1 : 0;
    if (clause.verdict() != expected) {
      String what =
          "%s %s: %s by hand, %s <%s> <%s>"
              .formatted(
                  pair, clause.topic(), expected, clause.verdict(), clause.left(), clause.right());
      wrong.add(what);
      if (isStated) {
        wrongWhereStated.add(what);
      }
      if (clause.verdict() == Verdict.EQUAL && expected == Verdict.DIFFERENT) {
        calledEqual.add(what);
      }
    }
  }

  private static List<String> rows() throws IOException {
    try (InputStream in = ClausesOfLabelledPairsTest.class.getResourceAsStream(TABLE)) {
      String table =
          new String(Objects.requireNonNull(in, TABLE).readAllBytes(), StandardCharsets.UTF_8);
      return table.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }
}
