package pairdesk.matching.review;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pairdesk.matching.review.ClauseReader.Stated;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Range;

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

  private final @Nullable Range figure;

  private RuleStatements(@Nullable Range figure) {
    this.figure = figure;
  }

  public static RuleStatements of(Proposition listing) {
    RuleStatements statements = new RuleStatements(Figures.of(listing));
    for (ClauseReader reader : READERS) {
      reader.read(listing).ifPresent(said -> statements.stated.put(reader.topic(), said));
    }
    return statements;
  }

  /** One clause for each topic, differences first. */
  public List<Clause> against(RuleStatements right) {
    return Arrays.stream(Clause.Topic.values())
        .map(topic -> clause(topic, right))
        .sorted(Comparator.comparing(Clause::verdict).thenComparing(Clause::topic))
        .toList();
  }

  private Clause clause(Clause.Topic topic, RuleStatements right) {
    Stated ours = stated.get(topic);
    Stated theirs = right.stated.get(topic);
    return new Clause(
        topic,
        ours == null ? "" : ours.words(),
        theirs == null ? "" : theirs.words(),
        ours == null || theirs == null
            ? Clause.Verdict.NOT_STATED
            : Figures.verdict(topic, figure, right.figure)
                .orElse(
                    ours.value().equals(theirs.value())
                        ? Clause.Verdict.EQUAL
                        : Clause.Verdict.DIFFERENT));
  }
}
