package pairdesk.matching.score;

import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import pairdesk.matching.candidate.Frequencies;
import pairdesk.matching.candidate.Profile;
import pairdesk.matching.candidate.Weighed;
import pairdesk.matching.text.Kind;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Range;
import pairdesk.matching.text.Tag;
import pairdesk.matching.text.Window;

/** Two propositions side by side, with everything that features and vetoes ask about them. */
public record Comparison(
    Weighed leftSide, Weighed rightSide, Alignment leftWords, Alignment rightWords) {

  /** How the two sides' statements on one matter relate. */
  public enum Agreement {
    EQUAL,
    CONFLICT,
    ONE_SIDED,
    UNSTATED
  }

  public static Comparison of(Weighed left, Weighed right) {
    return new Comparison(left, right, Alignment.of(left, right), Alignment.of(right, left));
  }

  public static Comparison of(Profile left, Profile right, Frequencies frequencies) {
    return of(Weighed.of(left, frequencies), Weighed.of(right, frequencies));
  }

  public Proposition left() {
    return leftSide.profile().proposition();
  }

  public Proposition right() {
    return rightSide.profile().proposition();
  }

  /** What both say about a kind of thing; a thing in the other's rules is not missing. */
  public Agreement on(Kind kind) {
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
    return left().timing().windows().stream()
        .flatMapToLong(one -> others.stream().mapToLong(other -> daysBetween(one, other)))
        .min();
  }

  private static long daysBetween(Window one, Window other) {
    return Math.abs(ChronoUnit.DAYS.between(one.last(), other.last()));
  }

  public static Optional<Window> window(Proposition proposition) {
    return proposition.timing().window();
  }

  public Agreement onRanges() {
    if (left().ranges().isEmpty() && right().ranges().isEmpty()) {
      return Agreement.UNSTATED;
    }
    if (left().ranges().isEmpty() || right().ranges().isEmpty()) {
      boolean anyMove =
          left().ranges().stream().allMatch(Range::isAnyMove)
              && right().ranges().stream().allMatch(Range::isAnyMove);
      return anyMove ? Agreement.UNSTATED : Agreement.ONE_SIDED;
    }
    for (Range left : left().ranges()) {
      for (Range right : right().ranges()) {
        if (left.sameAs(right)) {
          return Agreement.EQUAL;
        }
      }
    }
    return Agreement.CONFLICT;
  }
}
