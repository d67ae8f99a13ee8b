package pairdesk.engine.paper;

import pairdesk.engine.book.Book;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.book.Level;
import pairdesk.engine.book.Sweep;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Side;
import pairdesk.engine.paper.PaperOrder.Queue;

/** What a book proves about an order that rests, cautiously. */
final class Resting {
  private Resting() {}

  /** The place at the end of what is displayed at the order's own price. */
  static Queue queue(PaperOrder order, Book book) {
    Quantity displayed = displayed(order, book);
    return new Queue(displayed, displayed);
  }

  /** Of those before it no more are left than are displayed now. */
  static Queue advanced(PaperOrder order, Book book) {
    Queue queue = order.queue();
    return new Queue(queue.joined(), queue.ahead().min(displayed(order, book)));
  }

  /**
   * What is offered beyond the limit, where it would have met our order first. At the limit itself
   * it would have met those before us.
   *
   * @param left the other side, without what paper has used up
   */
  static Sweep through(PaperOrder order, Ladder left) {
    OrderIntent.Terms terms = order.intent().terms();
    int limit = terms.limit().e4();
    return switch (terms.side()) {
      case BUY -> Sweep.buy(left, order.remaining(), Price.ofE4(Math.max(0, limit - 1)));
      case SELL -> Sweep.sell(left, order.remaining(), Price.ofE4(Math.min(10_000, limit + 1)));
    };
  }

  /**
   * Shares that queue evidence grants, at most as many as stood before it; zero while somebody does
   * or while a better price of our own side shows that those before us went elsewhere.
   */
  static Quantity passed(PaperOrder order, Book book) {
    boolean granted = order.queue().isPassed() && isBestOfItsSide(order, book);
    return granted ? order.queue().joined().min(order.remaining()) : Quantity.ZERO;
  }

  private static boolean isBestOfItsSide(PaperOrder order, Book book) {
    Ladder own = own(order, book);
    if (own.isEmpty()) {
      return true;
    }
    int best = own.priceE4(0);
    int limit = order.intent().terms().limit().e4();
    return order.intent().terms().side() == Side.BUY ? best < limit : best > limit;
  }

  private static Quantity displayed(PaperOrder order, Book book) {
    Price limit = order.intent().terms().limit();
    return own(order, book).levels().stream()
        .filter(level -> level.price().equals(limit))
        .map(Level::quantity)
        .reduce(Quantity.ZERO, Quantity::plus);
  }

  private static Ladder own(PaperOrder order, Book book) {
    return Taken.side(book, order.intent().terms().side().opposite());
  }
}
