package pairdesk.matching.score;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import pairdesk.matching.text.Proposition.Game;

/** Whether two games have the same sides. */
public final class Games {
  private Games() {}

  /** Empty unless both headlines name a game. */
  public static Optional<Boolean> compare(Comparison pair) {
    return pair.left()
        .shape()
        .game()
        .flatMap(left -> pair.right().shape().game().map(right -> sameSides(left, right)));
  }

  private static boolean sameSides(Game left, Game right) {
    List<Set<String>> a = left.sides();
    List<Set<String>> b = right.sides();
    return (meets(a.get(0), b.get(0)) && meets(a.get(1), b.get(1)))
        || (meets(a.get(0), b.get(1)) && meets(a.get(1), b.get(0)));
  }

  private static boolean meets(Set<String> one, Set<String> other) {
    return one.stream()
        .anyMatch(word ->
            other.contains(word) || other.stream().anyMatch(that -> Spelling.alike(word, that)));
  }
}
