package pairdesk.bot.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.AccountReader;

/**
 * Reads accounts when the engine asks: one read of a venue at a time; a wish during a read is
 * granted after it.
 */
final class AccountReads implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AccountReads.class);

  private final Map<VenueId, AccountReader> readers;
  private final Consumer<EngineEvent> inbox;
  private final UnaryOperator<Duration> worse;
  private final Admissions admissions;
  private final Map<VenueId, Instant> wanted = new ConcurrentHashMap<>();
  private final Map<VenueId, Boolean> running = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("account-", 0).factory());

  /**
   * @param worse of a venue's clock offset and what else is known of our clock the one further off
   */
  AccountReads(
      Map<VenueId, AccountReader> readers,
      Consumer<EngineEvent> inbox,
      UnaryOperator<Duration> worse,
      InstantSource clock) {
    this.readers = Map.copyOf(readers);
    this.inbox = inbox;
    this.worse = worse;
    this.admissions = new Admissions(inbox, clock);
  }

  /** Returns at once. */
  void read(VenueId venue, Instant fillsSince) {
    wanted.merge(venue, fillsSince, (a, b) -> a.isBefore(b) ? a : b);
    if (running.putIfAbsent(venue, true) == null) {
      threads.execute(() -> run(venue));
    }
  }

  private void run(VenueId venue) {
    AccountReader reader = readers.get(venue);
    Instant since = wanted.remove(venue);
    while (reader != null && since != null) {
      report(reader, since);
      since = wanted.remove(venue);
    }
    running.remove(venue);
    Instant late = wanted.remove(venue);
    if (late != null) {
      read(venue, late);
    }
  }

  private void report(AccountReader reader, Instant since) {
    admissions.ask(reader);
    try {
      inbox.accept(new EngineEvent.AccountReported(reader.read(since)));
      Duration offset = worse.apply(reader.clockOffset());
      inbox.accept(new EngineEvent.ClockMeasured(reader.venue(), offset));
    } catch (
        RuntimeException e) { // the next read comes anyway; without one the engine opens nothing
      LOG.atWarn()
          .addKeyValue("venue", reader.venue())
          .setCause(e)
          .log("the account could not be read");
    }
  }

  /**
   * Asks each venue whether this account may trade there.
   *
   * @return one sentence for each that says no; empty when all allow it
   */
  List<String> refusals() {
    var refusals = new ArrayList<String>();
    readers.values().forEach(reader -> admissions.refusal(reader).ifPresent(refusals::add));
    return refusals;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
