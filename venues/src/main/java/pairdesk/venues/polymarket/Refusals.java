package pairdesk.venues.polymarket;

import java.time.Duration;
import java.util.Locale;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.venues.net.HttpOutcome.Answered;
import pairdesk.venues.net.Redactor;

/**
 * What an answer that is no success means for an order, and for the venue. Definitive only where
 * the venue's own words prove it; the rest is Unknown.
 */
final class Refusals {
  private final TradingHealth health;

  Refusals(TradingHealth health) {
    this.health = health;
  }

  SubmitOutcome of(Answered answer) {
    String text = PolymarketCodec.errorText(answer.body());
    return switch (answer.status()) {
      case 425 -> restarting();
      case 503 -> mode(answer, text);
      case 401 -> unauthorised(text);
      case 403, 429 -> text.isEmpty() ? blocked(answer) : rejected(answer, text);
      case 400, 404, 410, 422 -> text.isEmpty() ? unknown(answer) : rejected(answer, text);
      default -> unknown(answer);
    };
  }

  /** The venue's refusal in a 200. */
  SubmitOutcome inWords(String text) {
    if (isDuplicate(text)) {
      return new SubmitOutcome.Unknown("the venue has it already: " + text);
    }
    RejectCode code = code(text);
    if (code == RejectCode.BLOCKED) {
      health.report(Health.BLOCKED, text);
    }
    return new SubmitOutcome.Rejected(code, text);
  }

  private SubmitOutcome restarting() {
    health.report(Health.RESTARTING, "matching engine restarting");
    return new SubmitOutcome.NotSent("matching engine restarting, nothing processed");
  }

  private SubmitOutcome unauthorised(String text) {
    health.report(Health.UNAUTHORISED, text);
    return new SubmitOutcome.Rejected(RejectCode.UNAUTHORISED, text);
  }

  private SubmitOutcome blocked(Answered page) {
    health.report(Health.BLOCKED, "refused by the edge, HTTP " + page.status());
    return new SubmitOutcome.Rejected(RejectCode.BLOCKED, "HTTP " + page.status());
  }

  private SubmitOutcome mode(Answered answer, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("post-only")) {
      answer
          .header("retry-after")
          .filter(seconds -> seconds.matches("[0-9]{1,4}"))
          .ifPresentOrElse(
              seconds -> health.postOnly(Duration.ofSeconds(Long.parseLong(seconds)), text),
              () -> health.report(Health.POST_ONLY, text));
      return new SubmitOutcome.Rejected(RejectCode.VENUE_RESTARTING, text);
    }
    if (lower.contains("cancel-only") || lower.contains("disabled")) {
      health.report(lower.contains("disabled") ? Health.DISABLED : Health.CANCEL_ONLY, text);
      return new SubmitOutcome.Rejected(RejectCode.VENUE_PAUSED, text);
    }
    return unknown(answer);
  }

  private SubmitOutcome rejected(Answered answer, String text) {
    if (answer.status() == 429) {
      return new SubmitOutcome.Rejected(RejectCode.RATE_LIMITED, text);
    }
    if (text.equals("order_version_mismatch")) {
      health.report(Health.DISABLED, "the venue wants another order version");
    }
    return inWords(text);
  }

  private static SubmitOutcome unknown(Answered answer) {
    return new SubmitOutcome.Unknown(
        "HTTP " + answer.status() + " " + Redactor.redact(answer.body()));
  }

  private static boolean isDuplicate(String text) {
    return text.toLowerCase(Locale.ROOT).contains("duplicated");
  }

  static RejectCode code(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("not enough balance")) {
      return RejectCode.INSUFFICIENT_BALANCE;
    }
    if (lower.contains("fok orders are") || lower.contains("no orders found to match")) {
      return RejectCode.NOT_FILLABLE;
    }
    if (lower.contains("crosses")) {
      return RejectCode.POST_ONLY_CROSSES;
    }
    if (lower.contains("tick size") || lower.contains("invalid price")) {
      return RejectCode.BAD_PRICE;
    }
    if (lower.contains("lower than the minimum") || lower.contains("invalid amount")) {
      return RejectCode.BAD_SIZE;
    }
    if (lower.contains("orderbook")
        || lower.contains("market not found")
        || lower.contains("not yet ready")
        || lower.contains("invalid token id")
        || lower.contains("market is closed")
        || lower.contains("not accepting")) {
      return RejectCode.MARKET_CLOSED;
    }
    if (lower.contains("closed only mode")
        || lower.contains("banned")
        || lower.contains("restricted")) {
      return RejectCode.BLOCKED;
    }
    return RejectCode.OTHER;
  }
}
