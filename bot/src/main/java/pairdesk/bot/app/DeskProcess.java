package pairdesk.bot.app;

import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.Recovered;
import pairdesk.persistence.Database;
import pairdesk.persistence.DatabaseException;
import pairdesk.persistence.DatabaseUrl;
import pairdesk.persistence.EmbeddedDatabase;
import pairdesk.persistence.Holder;
import pairdesk.persistence.Lease;
import pairdesk.persistence.LeaseKeeper;
import pairdesk.persistence.Recovery;
import pairdesk.venues.net.VenueException;

/**
 * The desk from start to end: database, migrations, lease, what was open, venues, accounts, and
 * only then strategies. Stopping runs the other way: no new risk, wait for what is open, flush,
 * leave.
 */
public final class DeskProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeskProcess.class);
  private static final Duration LEASE_WAIT = Lease.LIFE.plusSeconds(5);
  private static final Duration SETTLE_LIMIT = Duration.ofSeconds(20);

  /** Lease, rehearsal and a first reconciliation with slow venues lie well within it. */
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

  private final @Nullable EmbeddedDatabase server;
  private final Database database;
  private final Rehearsing rehearsing;
  private final LeaseKeeper lease;
  private final Ending ending;
  private final Trading trading;
  private final ConsoleProcess console;
  private final ThreadsFile threads;
  private boolean closed;

  /** What became of a start. */
  public sealed interface Started {
    record Running(DeskProcess desk) implements Started {}

    record Refused(String why) implements Started {}
  }

  /** Starts everything; Discord may still be connecting when this returns. */
  public static Started start(Settings settings) throws InterruptedException {
    var sources = new Sources(Clock.systemUTC(), System::nanoTime, new SecureRandom());
    var threads = new ThreadsFile(settings.storage().folder(), sources.clock());
    try (var _ = Overdue.watch("start", START_LIMIT, threads::write)) {
      return start(settings, sources);
    }
  }

  private static Started start(Settings settings, Sources sources) throws InterruptedException {
    var opened = new ArrayList<AutoCloseable>();
    try {
      EmbeddedDatabase server = settings.storage().url().isPresent() ? null : embedded(settings);
      if (server != null) {
        opened.add(server);
      }
      DatabaseUrl url =
          settings.storage().url().orElseGet(() -> java.util.Objects.requireNonNull(server).url());
      Database database = Database.open(url);
      opened.add(database);
      var rehearsing = Rehearsing.begin(settings.trading(), database, sources.nanos());
      opened.add(rehearsing);
      return takeLease(settings, sources, new Storage(server, database, rehearsing), opened);
    } catch (UncheckedIOException
        | DatabaseException
        | VenueException
        | IllegalArgumentException
        | IllegalStateException e) {
      LOG.atDebug().setCause(e).log("start failed");
      closeAll(opened);
      return new Started.Refused(String.valueOf(e.getMessage()));
    }
  }

  private static EmbeddedDatabase embedded(Settings settings) {
    return EmbeddedDatabase.start(settings.storage().folder().resolve("postgres").toAbsolutePath());
  }

  private record Storage(
      @Nullable EmbeddedDatabase server, Database database, Rehearsing rehearsing) {}

  /** Time and chance of the real world; {@code nanos} only goes forward. */
  private record Sources(InstantSource clock, LongSupplier nanos, RandomGenerator random) {}

  private static Started takeLease(
      Settings settings, Sources sources, Storage storage, List<AutoCloseable> opened)
      throws InterruptedException {
    var lease =
        new Lease(
            storage.database(),
            settings.storage().account(),
            Holder.ofThisProcess(),
            sources.clock());
    long deadline = sources.nanos().getAsLong() + LEASE_WAIT.toNanos();
    Lease.Taken taken = lease.take();
    while (taken instanceof Lease.Taken.Theirs theirs && sources.nanos().getAsLong() < deadline) {
      LOG.atInfo()
          .addKeyValue("holder", theirs.holder())
          .addKeyValue("left", theirs.left())
          .log("waiting for the lease");
      TimeUnit.MILLISECONDS.sleep(Math.min(1_000, theirs.left().toMillis() + 50));
      taken = lease.take();
    }
    return switch (taken) {
      case Lease.Taken.Theirs(var other, var left) -> {
        closeAll(opened);
        yield new Started.Refused(
            "account "
                + settings.storage().account()
                + " is traded by "
                + other
                + "; stop it first");
      }
      case Lease.Taken.Ours(var held) -> {
        var ending = new Ending();
        var keeper = new LeaseKeeper(lease, held, sources.clock(), () -> leaseLost(ending));
        opened.add(keeper);
        yield new Started.Running(
            new DeskProcess(settings, sources, storage, new Tenure(keeper, ending)));
      }
    };
  }

  /** What lasts as long as the account is ours. */
  private record Tenure(LeaseKeeper lease, Ending ending) {}

  /** Another process trades this account now; two must not write into one set of books. */
  private static void leaseLost(Ending ending) {
    LOG.error("lease lost: nothing is sent any more, the process ends");
    ending.failed();
  }

  private DeskProcess(Settings settings, Sources sources, Storage storage, Tenure tenure)
      throws InterruptedException {
    this.server = storage.server();
    this.database = storage.database();
    this.rehearsing = storage.rehearsing();
    this.threads = new ThreadsFile(settings.storage().folder(), sources.clock());
    this.lease = tenure.lease();
    this.ending = tenure.ending();
    Recovered recovered = new Recovery(database).load(sources.clock().instant());
    String unsafe = database.durabilityProblem();
    if (!unsafe.isEmpty() && recovered.controls().mode() == Mode.LIVE) {
      throw new IllegalStateException(
          "the mode is LIVE, but the database may lose rows: " + unsafe);
    }
    this.trading =
        new Trading(
            settings,
            new Trading.Base(
                database, lease, sources.clock(), sources.random(), storage.rehearsing()),
            recovered,
            this::engineDied);
    this.console = new ConsoleProcess(settings, database, trading, sources.clock());
    rehearsing.awaitBefore(recovered);
    trading.start(console.notices(), settings.trading().waits().catalogRefresh());
    console.start();
    LOG.atInfo()
        .addKeyValue("port", console.port())
        .addKeyValue("mode", recovered.controls().mode())
        .addKeyValue("pairs", recovered.pairs().size())
        .log("the desk is running");
  }

  private void engineDied(Throwable cause) {
    LOG.atError().setCause(cause).log("the engine has failed: the process ends");
    ending.failed();
  }

  /** Waits until the desk is closed; false when the engine failed or the account is not ours. */
  public boolean awaitEnd() throws InterruptedException {
    return ending.await();
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (var _ = Overdue.watch("stop", STOP_LIMIT, threads::write)) {
      stop();
    }
    ending.closed();
  }

  private void stop() {
    LOG.info("stopping: no new risk");
    boolean settled = trading.settle(SETTLE_LIMIT);
    LOG.atInfo().addKeyValue("settled", settled).log("leaving");
    rehearsing.close();
    console.close();
    trading.close();
    lease.close();
    database.close();
    Optional.ofNullable(server).ifPresent(EmbeddedDatabase::close);
  }

  private static void closeAll(List<AutoCloseable> opened) {
    for (AutoCloseable each : opened.reversed()) {
      try {
        each.close();
      } catch (Exception e) { // AutoCloseable says so; the start has failed already
        LOG.atDebug().setCause(e).log("not closed");
      }
    }
  }
}
