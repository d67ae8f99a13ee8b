package pairdesk.venues.kalshi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Decimals;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.Side;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.HttpCall;
import pairdesk.venues.net.Priority;
import pairdesk.venues.net.Toll;

/**
 * Changes of an order that rests. Only making it smaller keeps its place in the queue. What an
 * answer says about the id is not believed: in May 2026 answers about other orders were seen.
 */
public final class KalshiChanges {
  private static final String ORDERS = "/portfolio/events/orders/";

  private final KalshiRest rest;

  KalshiChanges(KalshiRest rest) {
    this.rest = rest;
  }

  /**
   * What the order is to become. It may trade at once.
   *
   * @param limit in the instrument's own price
   * @param total what may fill in all: what has filled already, and what is to rest
   */
  public record Amendment(Side side, Price limit, Quantity total) {}

  /**
   * What the venue says it is now.
   *
   * @param remaining what rests; null when the answer leaves it out
   */
  public record Changed(@Nullable Quantity filled, @Nullable Quantity remaining) {}

  /**
   * @throws IllegalArgumentException when the venue's id is not known yet
   */
  public KalshiReply<Changed> amend(OrderRef order, Amendment to, Duration limit) {
    Outcome outcome = order.instrument().outcome();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("ticker", order.instrument().market().code());
    body.put("side", KalshiFills.wireSide(to.side(), outcome).name().toLowerCase(Locale.ROOT));
    body.put("price", Decimals.format(KalshiFills.flipped(to.limit(), outcome).e4(), 4, 4));
    body.put("count", Decimals.format(to.total().e6(), 6, 2));
    return change(order, "/amend", body, toll(KalshiCost.AMEND), limit);
  }

  /** Makes it smaller by this much; what is left may be nothing. */
  public KalshiReply<Changed> decreaseBy(OrderRef order, Quantity less, Duration limit) {
    return decrease(order, "reduce_by", less, limit);
  }

  /** Makes it smaller until this much is left. */
  public KalshiReply<Changed> decreaseTo(OrderRef order, Quantity left, Duration limit) {
    return decrease(order, "reduce_to", left, limit);
  }

  private KalshiReply<Changed> decrease(
      OrderRef order, String how, Quantity quantity, Duration limit) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put(how, Decimals.format(quantity.e6(), 6, 2));
    body.put("market_ticker", order.instrument().market().code());
    return change(order, "/decrease", body, toll(KalshiCost.DECREASE), limit);
  }

  private KalshiReply<Changed> change(
      OrderRef order, String what, ObjectNode body, Toll toll, Duration limit) {
    String id = order.venueOrderId();
    if (id == null) {
      throw new IllegalArgumentException("the venue's id is not known: " + order.id());
    }
    String target = ORDERS + KalshiRest.encoded(id) + what;
    return KalshiReply.of(
        rest.send(HttpCall.post(target, body.toString(), toll), limit), KalshiChanges::changed);
  }

  static Changed changed(Fields answer) {
    return new Changed(ifAny(answer, "fill_count"), ifAny(answer, "remaining_count"));
  }

  private static @Nullable Quantity ifAny(Fields answer, String name) {
    return answer.has(name) ? answer.quantity(name) : null;
  }

  private Toll toll(KalshiCost cost) {
    return rest.budgets().write(cost, Priority.ENTRY);
  }
}
