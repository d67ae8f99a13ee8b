package pairdesk.matching.veto;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.score.Games;
import pairdesk.matching.text.Proposition;

/** Both are games: other sides, or the same sides on another day. */
record GameVeto() implements Veto {

  @Override
  public String name() {
    return "game";
  }

  @Override
  public Optional<String> objection(Comparison pair) {
    Optional<Boolean> sides = Games.compare(pair);
    if (sides.isEmpty()) {
      return Optional.empty();
    }
    if (!sides.get()) {
      return Optional.of("the games have different sides");
    }
    LocalDate left = day(pair.left());
    LocalDate right = day(pair.right());
    return left == null || right == null || left.equals(right)
        ? Optional.empty()
        : Optional.of("the game of " + left + " against the game of " + right);
  }

  private static @Nullable LocalDate day(Proposition side) {
    return side.shape().game().isEmpty() ? null : side.shape().game().get().day();
  }
}
