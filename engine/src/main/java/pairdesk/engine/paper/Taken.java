package pairdesk.engine.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.book.Level;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.Side;

/**
 * Displayed shares that paper orders have used up already. The real book does not know of them and
 * goes on to display them, so each is counted until its level shrinks below it; what a level grows
 * by is new. A share offered in one outcome is the share wanted in the other, and is used up in
 * both.
 */
final class Taken {
  private final Map<Spot, Quantity> taken = new HashMap<>();

  /**
   * One level as its taker sees it.
   *
   * @param taker who takes it: a buyer takes asks
   */
  private record Spot(Instrument instrument, Side taker, Price price) {
    Spot mirrored() {
      return new Spot(instrument.opposite(), taker.opposite(), price.complement());
    }
  }

  /** What a taker can still have of this book, best first. */
  Ladder left(Book book, Side taker) {
    List<Level> left = new ArrayList<>();
    for (Level level : side(book, taker).levels()) {
      Quantity used = used(new Spot(book.instrument(), taker, level.price()));
      Quantity rest = level.quantity().minusOrZero(used);
      if (!rest.isZero()) {
        left.add(new Level(level.price(), rest));
      }
    }
    return Ladder.of(left);
  }

  void take(Instrument instrument, Side taker, Level part) {
    var spot = new Spot(instrument, taker, part.price());
    taken.merge(spot, part.quantity(), Quantity::plus);
    taken.merge(spot.mirrored(), part.quantity(), Quantity::plus);
  }

  /** A new book: of a level that shrank no more is used up than is left of it. */
  void shown(Book book) {
    for (Side taker : Side.values()) {
      Map<Price, Quantity> displayed = new HashMap<>();
      side(book, taker).levels().forEach(level -> displayed.put(level.price(), level.quantity()));
      taken.replaceAll((spot, used) ->
          spot.instrument().equals(book.instrument()) && spot.taker() == taker
              ? used.min(displayed.getOrDefault(spot.price(), Quantity.ZERO))
              : used);
    }
    taken.values().removeIf(Quantity::isZero);
  }

  static Ladder side(Book book, Side taker) {
    return taker == Side.BUY ? book.asks() : book.bids();
  }

  private Quantity used(Spot spot) {
    return taken.getOrDefault(spot, Quantity.ZERO);
  }
}
