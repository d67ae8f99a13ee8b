package pairdesk.matching.file;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import pairdesk.matching.Matcher;
import pairdesk.matching.file.LabelledData.LabelledPair;
import pairdesk.matching.review.Clause.Topic;
import pairdesk.matching.review.Clause.Verdict;
import pairdesk.matching.review.ClauseTally;

/**
 * The clauses of real rule texts against a table that was read by hand. Nine in ten must be right,
 * and no difference may be called equal.
 */
class ClausesOfLabelledPairsTest {
  private static final String TABLE = "/pairdesk/matching/review/clauses-of-labelled-pairs.csv";
  private static final List<Topic> COLUMNS =
      List.of(
          Topic.SOURCE,
          Topic.INSTANT,
          Topic.THRESHOLD,
          Topic.STRICTNESS,
          Topic.TOUCH_OR_CLOSE,
          Topic.CANCELLATION,
          Topic.REVISIONS);

  @Test
  void readsNineInTenClausesAsAPersonDoes() throws IOException {
    LabelledData data = LabelledData.orSkip();
    Map<String, LabelledPair> pairs = new HashMap<>();
    data.pairs().forEach(pair -> pairs.put(pair.id(), pair));
    Matcher matcher = new Matcher();
    ClauseTally tally = new ClauseTally();
    List<String> rows = rows();
    assertTrue(rows.size() >= 60, "pairs in the table: " + rows.size());
    for (String row : rows) {
      String[] cells = row.split(",", -1);
      LabelledPair pair = Objects.requireNonNull(pairs.get(cells[0]), row);
      Map<Topic, Verdict> byHand = new EnumMap<>(Topic.class);
      for (int column = 0; column < COLUMNS.size(); column++) {
        byHand.put(COLUMNS.get(column), verdict(cells[column + 1]));
      }
      tally.add(cells[0], byHand, matcher.compare(pair.left(), pair.right()).clauses());
    }
    tally.assertGood();
  }

  private static Verdict verdict(String letter) {
    return switch (letter) {
      case "E" -> Verdict.EQUAL;
      case "D" -> Verdict.DIFFERENT;
      case "N" -> Verdict.NOT_STATED;
      default -> throw new IllegalArgumentException(letter);
    };
  }

  private static List<String> rows() throws IOException {
    try (InputStream in = ClausesOfLabelledPairsTest.class.getResourceAsStream(TABLE)) {
      String table =
          new String(Objects.requireNonNull(in, TABLE).readAllBytes(), StandardCharsets.UTF_8);
      return table.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }
}
