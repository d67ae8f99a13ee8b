package pairdesk.engine.paper;

import java.util.ArrayList;
import java.util.List;
import pairdesk.engine.market.Market;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;

/**
 * One order at the paper exchange, immutable.
 *
 * @param market as it was when the order came
 * @param queue what was displayed before it when it came to rest
 */
record PaperOrder(
    OrderIntent intent, Market market, OrderState state, List<Fill> fills, Queue queue) {
  PaperOrder {
    fills = List.copyOf(fills);
  }

  /**
   * The displayed shares that a resting order waits behind.
   *
   * @param joined how many there were when it came
   * @param ahead how many of them are still there at most
   */
  record Queue(Quantity joined, Quantity ahead) {
    static final Queue NONE = new Queue(Quantity.ZERO, Quantity.ZERO);

    /** All that stood there is gone; an order that stood behind nothing has no such evidence. */
    boolean isPassed() {
      return ahead.isZero() && !joined.isZero();
    }
  }

  static PaperOrder arrived(OrderIntent intent, Market market) {
    return new PaperOrder(intent, market, OrderState.LIVE, List.of(), Queue.NONE);
  }

  /** The exchange's own id of an order. */
  String venueId() {
    return "paper-" + intent.id();
  }

  boolean rests() {
    return !state.isTerminal();
  }

  Quantity filled() {
    return fills.stream().map(Fill::quantity).reduce(Quantity.ZERO, Quantity::plus);
  }

  Quantity remaining() {
    return intent.terms().quantity().minus(filled());
  }

  PaperOrder with(Fill fill) {
    var more = new ArrayList<>(fills);
    more.add(fill);
    var next = new PaperOrder(intent, market, state, more, queue);
    OrderState after = next.remaining().isZero() ? OrderState.FILLED : OrderState.PARTLY;
    return next.in(after);
  }

  PaperOrder in(OrderState next) {
    return new PaperOrder(intent, market, next, fills, queue);
  }

  PaperOrder behind(Queue next) {
    return new PaperOrder(intent, market, state, fills, next);
  }
}
