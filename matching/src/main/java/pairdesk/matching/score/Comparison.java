package pairdesk.matching.score;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pairdesk.matching.candidate.Frequencies;
import pairdesk.matching.candidate.Profile;
import pairdesk.matching.candidate.Weighed;
import pairdesk.matching.text.Kind;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Range;
import pairdesk.matching.text.Tag;
import pairdesk.matching.text.Window;

/**
 * Two propositions side by side, with everything that features and vetoes ask about them, worked
 * out when it is first asked: most pairs are refused by a date or a name before words are compared.
 * Owned by one thread.
 */
public final class Comparison {
  private final Weighed leftSide;
  private final Weighed rightSide;
  private final Map<Kind, Agreement> onKind = new EnumMap<>(Kind.class);
  private @Nullable Alignment leftWords;
  private @Nullable Alignment rightWords;
  private @Nullable Agreement onRanges;

  /** How the two sides' statements on one matter relate. */
  public enum Agreement {
    EQUAL,
    CONFLICT,
    ONE_SIDED,
    UNSTATED
  }

  private Comparison(Weighed left, Weighed right) {
    this.leftSide = left;
    this.rightSide = right;
  }

  public static Comparison of(Weighed left, Weighed right) {
    return new Comparison(left, right);
  }

  public static Comparison of(Profile left, Profile right, Frequencies frequencies) {
    return of(Weighed.of(left, frequencies), Weighed.of(right, frequencies));
  }

  public Weighed leftSide() {
    return leftSide;
  }

  public Weighed rightSide() {
    return rightSide;
  }

  public Proposition left() {
    return leftSide.profile().proposition();
  }

  public Proposition right() {
    return rightSide.profile().proposition();
  }

  /** The left headline, and how well the right side says it too. */
  public Alignment leftWords() {
    Alignment words = leftWords;
    if (words == null) {
      words = Alignment.of(leftSide, rightSide);
      leftWords = words;
    }
    return words;
  }

  /** The right headline, and how well the left side says it too. */
  public Alignment rightWords() {
    Alignment words = rightWords;
    if (words == null) {
      words = Alignment.of(rightSide, leftSide);
      rightWords = words;
    }
    return words;
  }

  /** What both say about a kind of thing; a thing in the other's rules is not missing. */
  public Agreement on(Kind kind) {
    return onKind.computeIfAbsent(kind, this::agreement);
  }

  /** On how many of these kinds the two sides agree in this way. */
  int count(List<Kind> kinds, Agreement agreement) {
    int count = 0;
    for (Kind kind : kinds) {
      count += on(kind) == agreement ? 1 : 0;
    }
    return count;
  }

  private Agreement agreement(Kind kind) {
    Set<Tag> left = left().tags().stated(kind);
    Set<Tag> right = right().tags().stated(kind);
    if (left.isEmpty() && right.isEmpty()) {
      return Agreement.UNSTATED;
    }
    if (left.isEmpty()) {
      return left().tags().inRules(kind).containsAll(right) ? Agreement.EQUAL : Agreement.ONE_SIDED;
    }
    if (right.isEmpty()) {
      return right().tags().inRules(kind).containsAll(left) ? Agreement.EQUAL : Agreement.ONE_SIDED;
    }
    return Collections.disjoint(left, right) ? Agreement.CONFLICT : Agreement.EQUAL;
  }

  /** Days between the last days that count, of readings that lie nearest; empty unless both say. */
  public OptionalLong daysBetweenDeadlines() {
    List<Window> others = right().timing().windows();
    long nearest = Long.MAX_VALUE;
    for (Window one : left().timing().windows()) {
      for (Window other : others) {
        nearest = Math.min(nearest, Math.abs(one.last().toEpochDay() - other.last().toEpochDay()));
      }
    }
    return nearest == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(nearest);
  }

  public static Optional<Window> window(Proposition proposition) {
    return proposition.timing().window();
  }

  /** What both say in figures. */
  public Agreement onRanges() {
    Agreement known = onRanges;
    if (known == null) {
      known = agreement(left().ranges(), right().ranges());
      onRanges = known;
    }
    return known;
  }

  private static Agreement agreement(List<Range> left, List<Range> right) {
    if (left.isEmpty() && right.isEmpty()) {
      return Agreement.UNSTATED;
    }
    if (left.isEmpty() || right.isEmpty()) {
      boolean anyMove =
          left.stream().allMatch(Range::isAnyMove) && right.stream().allMatch(Range::isAnyMove);
      return anyMove ? Agreement.UNSTATED : Agreement.ONE_SIDED;
    }
    for (Range one : left) {
      for (Range other : right) {
        if (one.sameAs(other)) {
          return Agreement.EQUAL;
        }
      }
    }
    return Agreement.CONFLICT;
  }
}
