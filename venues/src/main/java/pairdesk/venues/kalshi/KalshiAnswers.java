package pairdesk.venues.kalshi;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.venues.kalshi.KalshiWire.Placed;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.HttpOutcome;
import pairdesk.venues.net.Redactor;
import pairdesk.venues.net.VenueException;

/**
 * What an answer to an order means. Only what Kalshi itself says in its own JSON is definitive;
 * everything else is Unknown, and the order must be looked up.
 */
final class KalshiAnswers {
  /** Words for which we have no code of our own, and after which nothing was placed. */
  private static final Set<String> SURE =
      Set.of("bad_request", "invalid_order", "invalid_parameters", "not_found");

  private KalshiAnswers() {}

  static SubmitOutcome submitted(HttpOutcome outcome, OrderIntent intent) {
    return switch (outcome) {
      case HttpOutcome.NotSent notSent -> new SubmitOutcome.NotSent(notSent.reason());
      case HttpOutcome.Unknown unknown -> new SubmitOutcome.Unknown(unknown.reason());
      case HttpOutcome.Answered answer ->
          answer.isSuccess() ? accepted(answer, intent) : refused(answer);
    };
  }

  static CancelOutcome cancelled(HttpOutcome outcome) {
    return switch (outcome) {
      case HttpOutcome.NotSent notSent -> new CancelOutcome.Unknown(notSent.reason());
      case HttpOutcome.Unknown unknown -> new CancelOutcome.Unknown(unknown.reason());
      case HttpOutcome.Answered answer -> {
        if (answer.isSuccess()) {
          yield new CancelOutcome.Requested();
        }
        yield KalshiRest.isNotFound(answer)
            ? new CancelOutcome.NotLive("not found")
            : new CancelOutcome.Unknown(shown(answer));
      }
    };
  }

  /** One item of a batch that was answered. Here the error's word alone says what it means. */
  static SubmitOutcome item(Fields row, OrderIntent intent) {
    if (!row.has("error")) {
      return accepted(row, intent);
    }
    Optional<KalshiError> error = KalshiError.of(row.object("error"));
    return error
        .filter(e -> code(0, e) != RejectCode.OTHER || SURE.contains(e.code()))
        .<SubmitOutcome>map(e -> new SubmitOutcome.Rejected(code(0, e), e.text()))
        .orElseGet(() ->
            new SubmitOutcome.Unknown(error.map(KalshiError::text).orElse("no reason given")));
  }

  /** One item of a batch of cancels that was answered. */
  static CancelOutcome cancelledItem(Fields row) {
    if (!row.has("error")) {
      return new CancelOutcome.Requested();
    }
    String text = KalshiError.of(row.object("error")).map(KalshiError::text).orElse("no reason");
    boolean gone = row.object("error").textOrEmpty("code").equals("not_found");
    return gone ? new CancelOutcome.NotLive("not found") : new CancelOutcome.Unknown(text);
  }

  private static SubmitOutcome accepted(HttpOutcome.Answered answer, OrderIntent intent) {
    try {
      return accepted(Fields.parse(answer.body()), intent);
    } catch (VenueException e) {
      return new SubmitOutcome.Unknown("unreadable answer: " + e.getMessage());
    }
  }

  private static SubmitOutcome accepted(Fields answer, OrderIntent intent) {
    try {
      Placed placed = KalshiCodec.placed(answer);
      String id = intent.id().value();
      if (!placed.clientOrderId().isEmpty() && !placed.clientOrderId().equals(id)) {
        return new SubmitOutcome.Unknown("the answer is about another order");
      }
      var asked = intent.terms().quantity();
      return new SubmitOutcome.Accepted(
          placed.orderId(),
          KalshiStates.answered(asked, placed.filled(), placed.remaining()),
          placed.filled());
    } catch (VenueException e) {
      return new SubmitOutcome.Unknown("unreadable answer: " + e.getMessage());
    }
  }

  private static SubmitOutcome refused(HttpOutcome.Answered answer) {
    int status = answer.status();
    if ((status == 403 || status == 429) && answer.isPage()) {
      return new SubmitOutcome.Rejected(RejectCode.BLOCKED, shown(answer));
    }
    Optional<KalshiError> error = KalshiError.read(answer.body());
    if (status == 401) {
      String text = error.map(KalshiError::text).orElseGet(() -> shown(answer));
      return new SubmitOutcome.Rejected(RejectCode.UNAUTHORISED, text);
    }
    return error
        .filter(e -> isDefinitive(status, e))
        .<SubmitOutcome>map(e -> new SubmitOutcome.Rejected(code(status, e), e.text()))
        .orElseGet(() -> new SubmitOutcome.Unknown(shown(answer)));
  }

  /**
   * Whether nothing was placed for certain. A used id (409) means that an earlier attempt may have
   * arrived; a 503 says nothing about the order.
   */
  private static boolean isDefinitive(int status, KalshiError error) {
    return switch (status) {
      case 400, 403, 404, 410, 422, 429 -> true;
      case 409 -> code(status, error) != RejectCode.OTHER;
      default -> false;
    };
  }

  private static RejectCode code(int status, KalshiError error) {
    if (status == 429) {
      return RejectCode.RATE_LIMITED;
    }
    if (status == 410) {
      return RejectCode.BLOCKED;
    }
    return switch (error.code().toLowerCase(Locale.ROOT)) {
      case "insufficient_balance", "available_balance_too_low" -> RejectCode.INSUFFICIENT_BALANCE;
      case "fill_or_kill_insufficient_resting_volume",
          "immediate_or_cancel_insufficient_resting_volume" ->
          RejectCode.NOT_FILLABLE;
      case "invalid_price" -> RejectCode.BAD_PRICE;
      case "invalid_order_size" -> RejectCode.BAD_SIZE;
      case "market_inactive", "market_closed", "market_not_found" -> RejectCode.MARKET_CLOSED;
      case "trading_is_paused", "exchange_is_paused" -> RejectCode.VENUE_PAUSED;
      case "invalid_order" ->
          error.details().contains("post only cross")
              ? RejectCode.POST_ONLY_CROSSES
              : RejectCode.OTHER;
      default -> RejectCode.OTHER;
    };
  }

  private static String shown(HttpOutcome.Answered answer) {
    String text = KalshiError.read(answer.body()).map(KalshiError::text).orElse(answer.body());
    return "HTTP " + answer.status() + " " + Redactor.redact(text);
  }
}
