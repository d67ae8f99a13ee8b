package pairdesk.matching.veto;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.score.Games;
import pairdesk.matching.text.Kind;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Tag;
import pairdesk.matching.text.Window;

/** Other sides, the same sides on another day, or one game against a whole competition. */
record GameVeto() implements Veto {
  private static final Tag WIN = new Tag(Kind.ACTION, "win");

  @Override
  public String name() {
    return "game";
  }

  @Override
  public Optional<String> objection(Comparison pair) {
    Optional<Boolean> sides = Games.compare(pair);
    if (sides.isEmpty()) {
      return oneIsWider(pair.left(), pair.right())
              || oneIsWider(pair.right(), pair.left())
              || isWinOnADay(pair.left(), pair.right())
              || isWinOnADay(pair.right(), pair.left())
          ? Optional.of("one game against a whole competition")
          : Optional.empty();
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

  /** "Win on 23 February" is a game, though only one side is named. */
  private static boolean isWinOnADay(Proposition day, Proposition wider) {
    return day.tags().stated(Kind.ACTION).contains(WIN)
        && day.tags().stated(Kind.COMPETITION).isEmpty()
        && day.tags().stated(Kind.OFFICE).isEmpty()
        && day.timing().windows().stream().anyMatch(GameVeto::isDayOfHeadline)
        && !wider.tags().stated(Kind.COMPETITION).isEmpty()
        && wider.shape().game().isEmpty()
        && wider.timing().windows().stream().noneMatch(GameVeto::isDayOfHeadline);
  }

  private static boolean isDayOfHeadline(Window window) {
    return window.mode() == Window.Mode.ON && window.origin() == Window.Origin.HEADLINE;
  }

  /** The other names a stage, or neither a day nor both sides: it asks for more than this game. */
  private static boolean oneIsWider(Proposition game, Proposition wider) {
    if (game.shape().game().isEmpty() || wider.shape().game().isPresent()) {
      return false;
    }
    boolean onADay =
        wider.timing().windows().stream().anyMatch(window -> window.mode() == Window.Mode.ON);
    boolean namesBoth =
        game.shape().game().get().sides().stream()
            .allMatch(side -> side.stream().anyMatch(word -> says(wider, word)));
    return !wider.tags().stated(Kind.STAGE).isEmpty() || (!onADay && !namesBoth);
  }

  private static boolean says(Proposition text, String word) {
    return text.mentions(word)
        || text.wording().headline().stream().anyMatch(term -> term.key().equals(word));
  }

  private static @Nullable LocalDate day(Proposition side) {
    return side.shape().game().isEmpty() ? null : side.shape().game().get().day();
  }
}
