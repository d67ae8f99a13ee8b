package pairdesk.matching.review;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import pairdesk.matching.review.Clause.Topic;
import pairdesk.matching.review.Clause.Verdict;

/** How much the two rule texts leave to chance, by what they were found to say. */
public enum RiskGrade {
  /** What both state is equal, and both state what decides. */
  LOW,
  /** They differ in what matters only when something goes wrong, or one side leaves that open. */
  MODERATE,
  /** They differ in when or by which figure it is decided. */
  HIGH,
  /** Nothing could be read on one side or both. */
  UNREAD;

  private static final Set<Topic> DECIDING =
      EnumSet.of(Topic.INSTANT, Topic.THRESHOLD, Topic.STRICTNESS, Topic.TOUCH_OR_CLOSE);

  /** Of clauses of all topics. */
  public static RiskGrade of(List<Clause> clauses) {
    boolean leftSilent = clauses.stream().allMatch(clause -> clause.left().isEmpty());
    boolean rightSilent = clauses.stream().allMatch(clause -> clause.right().isEmpty());
    if (leftSilent || rightSilent) {
      return UNREAD;
    }
    List<Clause> open = clauses.stream().filter(RiskGrade::isOpen).toList();
    if (open.stream()
        .anyMatch(
            clause -> clause.verdict() == Verdict.DIFFERENT && DECIDING.contains(clause.topic()))) {
      return HIGH;
    }
    return open.isEmpty() ? LOW : MODERATE;
  }

  /** A difference, or a matter that only one side settles. */
  private static boolean isOpen(Clause clause) {
    return switch (clause.verdict()) {
      case DIFFERENT -> true;
      case EQUAL -> false;
      case NOT_STATED -> !clause.left().isEmpty() || !clause.right().isEmpty();
    };
  }

  /** For a person: {@code Risk by the rules: high (instant and time zone differ).} */
  public String sentence(List<Clause> clauses) {
    String differing =
        clauses.stream()
            .filter(clause -> clause.verdict() == Verdict.DIFFERENT)
            .map(clause -> clause.topic().label())
            .collect(Collectors.joining(", "));
    String why =
        switch (this) {
          case LOW -> "no difference found";
          case MODERATE -> differing.isEmpty() ? "one side leaves something open" : differing;
          case HIGH -> differing;
          case UNREAD -> "the rules of one side say nothing that could be compared";
        };
    return "Risk by the rules: " + name().toLowerCase(Locale.ROOT) + " (" + why + ").";
  }
}
