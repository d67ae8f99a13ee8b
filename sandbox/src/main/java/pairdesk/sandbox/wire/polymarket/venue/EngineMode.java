package pairdesk.sandbox.wire.polymarket.venue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import pairdesk.sandbox.exchange.VenueModes;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;

/** What the venue's present mode says to orders and cancels. */
public final class EngineMode {
  private static final Duration LONGEST_RETRY = Duration.ofMinutes(2);

  private final VenueModes modes;

  EngineMode(VenueModes modes) {
    this.modes = modes;
  }

  /** The version of the order in force. */
  public int orderVersion() {
    return modes.orderVersion();
  }

  public VenueModes.Budgets budgets() {
    return modes.budgets();
  }

  /** Why no request about orders is answered at all, if so. */
  public Optional<HttpRefusal> outage() {
    return switch (modes.polymarket()) {
      case RESTARTING -> Optional.of(HttpRefusal.of(425, "Too Early"));
      case DISABLED ->
          Optional.of(
              HttpRefusal.of(
                  503, "Trading is currently disabled. Check polymarket.com for updates"));
      case NORMAL, POST_ONLY, CANCEL_ONLY -> Optional.empty();
    };
  }

  /** Why a new order is refused while the venue answers, if so. */
  public Optional<HttpRefusal> refusal(boolean postOnly, Instant now) {
    return switch (modes.polymarket()) {
      case CANCEL_ONLY ->
          Optional.of(
              HttpRefusal.of(
                  503,
                  "Trading is currently cancel-only. New orders are not accepted, but cancels are"
                      + " allowed."));
      case POST_ONLY -> postOnly ? Optional.empty() : Optional.of(postOnlyRefusal(now));
      case NORMAL, RESTARTING, DISABLED -> Optional.empty();
    };
  }

  private HttpRefusal postOnlyRefusal(Instant now) {
    Instant until = modes.polymarketUntil();
    Instant latest = now.plus(LONGEST_RETRY);
    long seconds = Duration.between(now, until.isBefore(latest) ? until : latest).toSeconds() + 1;
    ObjectNode body =
        Json.object()
            .put("error", "post-only mode: only post-only orders and cancels are allowed")
            .put("code", "post_only_mode")
            .put("retry_after_seconds", seconds);
    return new HttpRefusal(503, body, Map.of("Retry-After", Long.toString(seconds)));
  }
}
