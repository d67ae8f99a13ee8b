package pairdesk.engine.execution;

import java.time.Instant;
import java.util.Optional;
import pairdesk.engine.book.Book;
import pairdesk.engine.money.Price;

/**
 * Books that look like those of a market that trades elsewhere: one-sided, or as wide as can be.
 * Nothing is sold into one before a second read has confirmed it.
 */
final class Ghosts {
  private static final Price BID = Price.ofCents(1);
  private static final Price ASK = Price.ofCents(99);

  private Ghosts() {}

  /** Remembers when the books were confirmed that look like ghosts, of legs to be sold. */
  static Execution doubted(Execution execution, Stand stand, Scene scene) {
    Execution doubting = execution;
    for (int leg : stand.leading()) {
      Optional<Book> ghost = ghost(stand, scene, leg);
      if (ghost.isPresent() && !execution.stage().doubted().containsKey(leg)) {
        doubting = doubting.doubting(leg, ghost.get().confirmedAt(), scene.now());
      }
    }
    return doubting;
  }

  /** Whether the leg's book looks like a ghost and was not confirmed since. */
  static boolean show(Execution execution, Stand stand, Scene scene, int leg) {
    Instant doubted = execution.stage().doubted().get(leg);
    return ghost(stand, scene, leg)
        .filter(book -> doubted == null || !book.confirmedAt().isAfter(doubted))
        .isPresent();
  }

  private static Optional<Book> ghost(Stand stand, Scene scene, int leg) {
    return scene.book(stand.legs().get(leg).plan().instrument()).filter(Ghosts::isGhost);
  }

  private static boolean isGhost(Book book) {
    return book.bids().isEmpty()
        || book.asks().isEmpty()
        || (!book.bids().best().price().isGreaterThan(BID)
            && !book.asks().best().price().isLessThan(ASK));
  }
}
