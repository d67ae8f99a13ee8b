package pairdesk.bot.halt;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.OrderGateway;

/** Halts from outside: the row first, then every venue at once, none of them waited for. */
public final class OutsideHalt {
  private static final Logger LOG = LoggerFactory.getLogger(OutsideHalt.class);

  private final HaltBook book;
  private final List<Site> sites;
  private final Pace pace;
  private final InstantSource clock;
  private final LongSupplier nanos;

  /**
   * How long things may take.
   *
   * @param rowFirst how long the venues wait for the row: then orders are cancelled all the same
   * @param every pause between two rounds at a venue, and between two attempts at the row
   * @param limit of it all
   */
  public record Pace(Duration rowFirst, Duration every, Duration limit) {
    public static Pace within(Duration limit) {
      return new Pace(Duration.ofSeconds(3), Duration.ofSeconds(2), limit);
    }
  }

  /**
   * @param nanos a clock that only goes forward, for the limits
   */
  public OutsideHalt(
      HaltBook book, List<Site> sites, Pace pace, InstantSource clock, LongSupplier nanos) {
    this.book = book;
    this.sites = List.copyOf(sites);
    this.pace = pace;
    this.clock = clock;
    this.nanos = nanos;
  }

  /** Returns when every venue is flat and the row is stored, and at the limit at the latest. */
  public HaltReport run(String reason) throws InterruptedException {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      return run(reason, threads);
    } finally {
      threads.shutdownNow(); // a call that hangs must not keep a person waiting
    }
  }

  private HaltReport run(String reason, ExecutorService threads) throws InterruptedException {
    Instant begun = clock.instant();
    long end = nanos.getAsLong() + pace.limit().toNanos();
    var row = new StoredRow(book, reason, pace.every());
    CompletableFuture<Void> stored = CompletableFuture.runAsync(row, threads);
    await(stored, Math.min(end, nanos.getAsLong() + pace.rowFirst().toNanos()));
    List<SiteHalt> halts =
        sites.stream().map(site -> new SiteHalt(site, pace.every(), clock, begun)).toList();
    List<CompletableFuture<Void>> running =
        halts.stream().map(halt -> CompletableFuture.runAsync(halt, threads)).toList();
    for (CompletableFuture<Void> one : running) {
      await(one, end);
    }
    await(stored, end);
    List<SiteProgress> came = halts.stream().map(SiteHalt::progress).toList();
    return report(row, came, threads, end);
  }

  private HaltReport report(
      StoredRow row, List<SiteProgress> came, ExecutorService threads, long end)
      throws InterruptedException {
    Optional<Recovered> open = row.open().map(Recovered::real);
    if (open.isEmpty()) {
      return new HaltReport(row.problem(), came, List.of(), List.of());
    }
    var left = new Leftovers(answering(came));
    var looking = CompletableFuture.runAsync(() -> left.look(open.get()), threads);
    await(looking, Math.max(end, nanos.getAsLong() + pace.rowFirst().toNanos()));
    Leftovers known = looking.isDone() ? left : new Leftovers(Map.of());
    return new HaltReport(row.problem(), came, known.orders(), known.uneven(open.get()));
  }

  private Map<VenueId, OrderGateway> answering(List<SiteProgress> came) {
    var answering = new HashMap<VenueId, OrderGateway>();
    for (Site site : sites) {
      if (came.stream().anyMatch(p -> p.venue().equals(site.venue()) && p.resting() >= 0)) {
        answering.put(site.venue(), site.orders());
      }
    }
    return answering;
  }

  private void await(CompletableFuture<Void> one, long end) throws InterruptedException {
    try {
      one.get(Math.max(0, end - nanos.getAsLong()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      LOG.debug("goes on beside");
    } catch (ExecutionException e) {
      LOG.atError().setCause(e.getCause()).log("a part of the halt has failed");
    }
  }
}
