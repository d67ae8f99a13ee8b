package pairdesk.bot.halt;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.CancelOutcome;

/**
 * Cancels everything at one venue, again and again, until two complete lists in a row show nothing:
 * what was on its way when the first one was made shows in the second.
 */
final class SiteHalt implements Runnable {
  private static final Duration CALL_LIMIT = Duration.ofSeconds(5);

  private final Site site;
  private final Duration every;
  private final InstantSource clock;
  private final Instant begun;
  private volatile SiteProgress progress;
  private @Nullable Instant emptySince;

  /**
   * @param every pause between two rounds
   * @param begun when the halt began
   */
  SiteHalt(Site site, Duration every, InstantSource clock, Instant begun) {
    this.site = site;
    this.every = every;
    this.clock = clock;
    this.begun = begun;
    this.progress = SiteProgress.begun(site.venue());
  }

  /** May be asked from any thread at any time. */
  SiteProgress progress() {
    return progress;
  }

  Site site() {
    return site;
  }

  @Override
  public void run() {
    round();
    while (!progress.isFlat()) {
      try {
        TimeUnit.MILLISECONDS.sleep(every.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      round();
    }
  }

  private void round() {
    int rounds = progress.rounds() + 1;
    try {
      CancelOutcome asked = site.orders().cancelAll(CALL_LIMIT);
      AccountSnapshot seen = site.account().read(begun);
      progress = after(rounds, asked, seen);
    } catch (RuntimeException e) { // whatever it is, the next round comes
      emptySince = null;
      progress = new SiteProgress(site.venue(), rounds, progress.resting(), null, text(e));
    }
  }

  private SiteProgress after(int rounds, CancelOutcome asked, AccountSnapshot seen) {
    if (!seen.complete().contains(AccountSnapshot.Part.OPEN_ORDERS)) {
      emptySince = null;
      String problem = "its list of open orders could not be read to the end";
      return new SiteProgress(
          site.venue(), rounds, progress.resting(), null, with(problem, refusal(asked)));
    }
    int resting = seen.openOrders().size();
    if (resting > 0) {
      emptySince = null;
      return new SiteProgress(
          site.venue(), rounds, resting, null, with(resting + " still rest", refusal(asked)));
    }
    Instant first = emptySince;
    if (first == null) {
      emptySince = clock.instant();
      return new SiteProgress(site.venue(), rounds, 0, null, "its list is empty once so far");
    }
    return new SiteProgress(site.venue(), rounds, 0, Duration.between(begun, first), "");
  }

  private static String with(String problem, String refusal) {
    return refusal.isEmpty() ? problem : problem + "; " + refusal;
  }

  private static String refusal(CancelOutcome asked) {
    return switch (asked) {
      case CancelOutcome.Requested() -> "";
      case CancelOutcome.NotLive(var text) -> text;
      case CancelOutcome.Unknown(var reason) -> reason;
    };
  }

  private static String text(RuntimeException e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
