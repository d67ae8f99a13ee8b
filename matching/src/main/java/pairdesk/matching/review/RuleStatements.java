package pairdesk.matching.review;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pairdesk.matching.review.ClauseReader.Stated;
import pairdesk.matching.text.Proposition;

/** What one listing's rules say, topic by topic; read once and kept. Immutable. */
public final class RuleStatements {
  private static final List<ClauseReader> READERS =
      List.of(
          new SourceClause(),
          new InstantClause(),
          new ThresholdClause(),
          new StrictnessClause(),
          new TouchClause(),
          new CancellationClause(),
          new RevisionsClause());

  private final Map<Clause.Topic, Stated> stated = new EnumMap<>(Clause.Topic.class);

  private RuleStatements() {}

  public static RuleStatements of(Proposition listing) {
    RuleStatements statements = new RuleStatements();
    for (ClauseReader reader : READERS) {
      reader.read(listing).ifPresent(said -> statements.stated.put(reader.topic(), said));
    }
    return statements;
  }

  /** One clause for each topic, differences first. */
  public List<Clause> against(RuleStatements right) {
    return Arrays.stream(Clause.Topic.values())
        .map(topic -> clause(topic, stated.get(topic), right.stated.get(topic)))
        .sorted(Comparator.comparing(Clause::verdict).thenComparing(Clause::topic))
        .toList();
  }

  private static Clause clause(Clause.Topic topic, @Nullable Stated left, @Nullable Stated right) {
    String leftWords = left == null ? "" : left.words();
    String rightWords = right == null ? "" : right.words();
    if (left == null || right == null) {
      return new Clause(topic, leftWords, rightWords, Clause.Verdict.NOT_STATED);
    }
    boolean same = left.value().equals(right.value());
    return new Clause(
        topic, leftWords, rightWords, same ? Clause.Verdict.EQUAL : Clause.Verdict.DIFFERENT);
  }
}
