package pairdesk.venues.kalshi;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.AccountFeed;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.engine.venue.VenueStatus.Part;
import pairdesk.venues.net.VenueException;

/**
 * Whether Kalshi takes orders of ours: by what it says of itself, asked regularly, by the pauses in
 * its schedule, and by what it answered to orders. A trading pause still cancels, an exchange pause
 * does nothing; a shard may pause alone.
 *
 * <p>A refusal of our key or of our place closes the order path at once: the next order would be
 * refused as well, with the other leg bought. It opens when a signed reading is answered, a minute
 * later at the earliest; each refusal after that, without an order taken in between, makes it twice
 * as long. Safe for many threads.
 */
final class KalshiTrading {
  private static final Duration REVIEW = Duration.ofSeconds(60);
  private static final int MOST_DOUBLINGS = 6;
  private static final String PROBE = "/portfolio/balance";

  private final KalshiRest rest;
  private final KalshiExchange exchange;
  private final KalshiPauses pauses;
  private final InstantSource clock;
  private AccountFeed.@Nullable Listener listener;
  private @Nullable KalshiHealth health;
  private @Nullable Refusal refusal;
  private int refusals;

  private record Refusal(Health health, String cause, Instant reviewAt) {}

  KalshiTrading(KalshiRest rest, InstantSource clock) {
    this.rest = rest;
    this.exchange = new KalshiExchange(rest);
    this.pauses = new KalshiPauses(exchange, clock);
    this.clock = clock;
  }

  /** Tells this one from now on. */
  synchronized void tell(AccountFeed.Listener next) {
    listener = next;
    health = new KalshiHealth(Part.TRADING, next::venueChanged, clock);
  }

  /** What an answer to an order says about every other one. */
  synchronized void answered(SubmitOutcome outcome) {
    switch (outcome) {
      case SubmitOutcome.Accepted _ -> {
        refusals = 0;
        refusal = null;
      }
      case SubmitOutcome.Rejected(var code, var text) ->
          health(code).ifPresent(seen -> refused(seen, text));
      case SubmitOutcome.NotSent _, SubmitOutcome.Unknown _ -> {}
    }
  }

  private static Optional<Health> health(RejectCode code) {
    return switch (code) {
      case UNAUTHORISED -> Optional.of(Health.UNAUTHORISED);
      case BLOCKED -> Optional.of(Health.BLOCKED);
      case VENUE_PAUSED -> Optional.of(Health.PAUSED);
      case INSUFFICIENT_BALANCE,
          NOT_FILLABLE,
          POST_ONLY_CROSSES,
          BAD_PRICE,
          BAD_SIZE,
          MARKET_CLOSED,
          RATE_LIMITED,
          VENUE_RESTARTING,
          OTHER ->
          Optional.empty();
    };
  }

  /** Of a pause the venue's own word tells the end. */
  private void refused(Health seen, String cause) {
    if (seen != Health.PAUSED && refusal == null) {
      Instant reviewAt = clock.instant().plus(REVIEW.multipliedBy(1L << refusals));
      refusals = Math.min(refusals + 1, MOST_DOUBLINGS);
      refusal = new Refusal(seen, cause, reviewAt);
    }
    is(seen, cause);
  }

  /** Looks anew. After a pause orders may be gone, so the account is to be read. */
  void ask() {
    Optional<Refusal> standing = standing();
    if (standing.isPresent()) {
      is(standing.get().health(), standing.get().cause());
      return;
    }
    try {
      look(exchange.status());
    } catch (VenueException e) {
      is(Health.DOWN, String.valueOf(e.getMessage()));
    }
  }

  /** A refusal that still counts; when it is due, the venue is asked whether it does. */
  private Optional<Refusal> standing() {
    Optional<Refusal> known = refusal();
    if (known.isEmpty() || clock.instant().isBefore(known.get().reviewAt())) {
      return known;
    }
    boolean answers = answers();
    synchronized (this) {
      if (known.get().equals(refusal)) {
        refusal =
            answers
                ? null
                : new Refusal(
                    known.get().health(), known.get().cause(), clock.instant().plus(REVIEW));
      }
      return Optional.ofNullable(refusal);
    }
  }

  private synchronized Optional<Refusal> refusal() {
    return Optional.ofNullable(refusal);
  }

  private boolean answers() {
    try {
      return rest.askOwn(PROBE).isSuccess();
    } catch (VenueException e) {
      return false;
    }
  }

  private void look(KalshiExchange.Status status) {
    if (!status.active()) {
      String back = status.resumes().map(at -> ", back about " + at).orElse("");
      is(Health.DISABLED, "the exchange is paused" + back);
    } else if (!status.trades()) {
      is(Health.PAUSED, "trading is paused");
    } else if (!status.isWhole()) {
      is(Health.DEGRADED, "a part of the exchange is paused: " + resting(status));
    } else {
      Optional<Instant> pause = pauses.next();
      pause.ifPresentOrElse(
          at -> is(Health.DEGRADED, "trading pauses at " + at + " by the venue's schedule"),
          () -> is(Health.UP, ""));
    }
  }

  /** What was read before a refusal came does not count against it. */
  private synchronized void is(Health read, String why) {
    Refusal standing = refusal;
    Health now = standing == null ? read : standing.health();
    String cause = standing == null ? why : standing.cause();
    if (health != null && health.is(now, cause) && listener != null) {
      listener.readAgain(VenueId.KALSHI, "trading resumed");
    }
  }

  private static String resting(KalshiExchange.Status status) {
    return status.shards().stream()
        .filter(shard -> !shard.active() || !shard.trades())
        .map(shard -> shard.name().isEmpty() ? "shard " + shard.index() : shard.name())
        .collect(Collectors.joining(", "));
  }
}
