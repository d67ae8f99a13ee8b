package pairdesk.venues.polymarket;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.engine.venue.SubmitOutcome.Accepted;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.HttpOutcome;
import pairdesk.venues.net.Redactor;
import pairdesk.venues.net.VenueException;
import pairdesk.venues.polymarket.PolymarketWire.Posted;

/** What the venue's answers to orders and cancels mean. Whatever proves nothing is Unknown. */
final class OrderAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(OrderAnswers.class);

  private final TradingHealth health;
  private final Refusals refusals;

  OrderAnswers(TradingHealth health) {
    this.health = health;
    this.refusals = new Refusals(health);
  }

  SubmitOutcome submitted(PreparedOrder order, HttpOutcome outcome) {
    return switch (outcome) {
      case HttpOutcome.NotSent notSent -> new SubmitOutcome.NotSent(notSent.reason());
      case HttpOutcome.Unknown unknown -> new SubmitOutcome.Unknown(unknown.reason());
      case HttpOutcome.Answered answer when answer.isSuccess() -> taken(order, answer);
      case HttpOutcome.Answered answer -> refusals.of(answer);
    };
  }

  /**
   * What became of each order of a batch, by its own part of the answer: the parts are in the order
   * of the request. A batch that is refused whole placed nothing.
   */
  List<SubmitOutcome> allSubmitted(List<PreparedOrder> orders, HttpOutcome outcome) {
    if (!(outcome instanceof HttpOutcome.Answered answer) || !answer.isSuccess()) {
      return orders.stream().map(order -> submitted(order, outcome)).toList();
    }
    try {
      List<Fields> parts = Fields.parseList(answer.body());
      if (parts.size() == orders.size()) {
        return IntStream.range(0, parts.size())
            .mapToObj(i -> taken(orders.get(i), parts.get(i), answer))
            .toList();
      }
      return unknown(orders, answer, parts.size() + " answers to " + orders.size() + " orders");
    } catch (VenueException e) {
      return unknown(orders, answer, String.valueOf(e.getMessage()));
    }
  }

  private List<SubmitOutcome> unknown(
      List<PreparedOrder> orders, HttpOutcome.Answered answer, String why) {
    SubmitOutcome each = notUnderstood(answer, why);
    return orders.stream().map(_ -> each).toList();
  }

  private SubmitOutcome taken(PreparedOrder order, HttpOutcome.Answered answer) {
    try {
      return taken(order, Fields.parse(answer.body()), answer);
    } catch (VenueException e) {
      return notUnderstood(answer, String.valueOf(e.getMessage()));
    }
  }

  /**
   * An error without an order's id is a refusal, whatever {@code success} says: the venue refuses
   * parts of a batch with both values.
   */
  private SubmitOutcome taken(PreparedOrder order, Fields told, HttpOutcome.Answered answer) {
    try {
      Posted posted = PolymarketCodec.posted(told);
      if (posted.orderId().isEmpty() && !posted.error().isEmpty()) {
        return refusals.inWords(posted.error());
      }
      if (!posted.success() || !posted.orderId().equalsIgnoreCase(order.venueKey())) {
        return notUnderstood(answer, "an answer about another order");
      }
      return accepted(order, posted)
          .<SubmitOutcome>map(state -> state)
          .orElseGet(() -> notUnderstood(answer, "status not understood: " + posted.status()));
    } catch (VenueException e) {
      return notUnderstood(answer, String.valueOf(e.getMessage()));
    }
  }

  private static Optional<Accepted> accepted(PreparedOrder order, Posted posted) {
    Side side = order.intent().terms().side();
    Quantity filled = side == Side.BUY ? posted.taking() : posted.making();
    return switch (posted.status()) {
      case "live", "delayed", "unmatched" ->
          Optional.of(new Accepted(order.venueKey(), OrderStates.open(filled), filled));
      case "matched" -> matched(order, filled);
      default -> Optional.empty();
    };
  }

  /** A match of nothing is none: how much was exchanged must be looked up. */
  private static Optional<Accepted> matched(PreparedOrder order, Quantity filled) {
    return filled.isZero()
        ? Optional.empty()
        : Optional.of(
            new Accepted(order.venueKey(), afterMatch(order.intent().terms(), filled), filled));
  }

  private static OrderState afterMatch(OrderIntent.Terms terms, Quantity filled) {
    if (!filled.isLessThan(terms.quantity())) {
      return OrderState.FILLED;
    }
    return switch (terms.timeInForce()) {
      case GTC, GTD -> OrderStates.open(filled);
      case FOK -> OrderState.FILLED; // whole, in dollars
      case IOC -> OrderDraft.isExactTaker(terms) ? OrderStates.open(filled) : OrderState.CANCELLED;
    };
  }

  private SubmitOutcome notUnderstood(HttpOutcome.Answered answer, String why) {
    health.report(Health.DEGRADED, "answer to an order not understood");
    LOG.atWarn()
        .addKeyValue("why", why)
        .addKeyValue("answer", Redactor.redact(answer.body()))
        .log("answer to an order not understood");
    return new SubmitOutcome.Unknown(why);
  }

  CancelOutcome cancelled(String id, HttpOutcome outcome) {
    return switch (outcome) {
      case HttpOutcome.Answered answer when answer.isSuccess() -> cancelled(id, answer.body());
      case HttpOutcome.Answered answer -> refusedCancel(answer);
      case HttpOutcome.NotSent notSent -> new CancelOutcome.Unknown(notSent.reason());
      case HttpOutcome.Unknown unknown -> new CancelOutcome.Unknown(unknown.reason());
    };
  }

  CancelOutcome allCancelled(HttpOutcome outcome) {
    return switch (outcome) {
      case HttpOutcome.Answered answer when answer.isSuccess() -> new CancelOutcome.Requested();
      case HttpOutcome.Answered answer -> refusedCancel(answer);
      case HttpOutcome.NotSent notSent -> new CancelOutcome.Unknown(notSent.reason());
      case HttpOutcome.Unknown unknown -> new CancelOutcome.Unknown(unknown.reason());
    };
  }

  /** What became of the cancel of each, in the order of the request. */
  List<CancelOutcome> manyCancelled(List<String> ids, HttpOutcome outcome) {
    return ids.stream().map(id -> cancelled(id, outcome)).toList();
  }

  private static CancelOutcome cancelled(String id, String body) {
    try {
      Fields answer = Fields.parse(body);
      if (answer.textsOrEmpty("canceled").stream().anyMatch(id::equalsIgnoreCase)) {
        return new CancelOutcome.Requested();
      }
      Fields refused = answer.object("not_canceled");
      return refused.has(id)
          ? new CancelOutcome.NotLive(refused.text(id))
          : new CancelOutcome.Unknown("the answer does not speak of this order");
    } catch (VenueException e) {
      return new CancelOutcome.Unknown(String.valueOf(e.getMessage()));
    }
  }

  private CancelOutcome refusedCancel(HttpOutcome.Answered answer) {
    return switch (refusals.of(answer)) {
      case SubmitOutcome.Rejected rejected when answer.status() == 404 ->
          new CancelOutcome.NotLive(rejected.text());
      case SubmitOutcome.Rejected rejected -> new CancelOutcome.Unknown(rejected.text());
      case SubmitOutcome.NotSent notSent -> new CancelOutcome.Unknown(notSent.reason());
      case SubmitOutcome.Unknown unknown -> new CancelOutcome.Unknown(unknown.reason());
      case Accepted _ -> throw new IllegalStateException("a refusal is no acceptance");
    };
  }
}
