package pairdesk.engine.loop;

import java.lang.Thread.UncaughtExceptionHandler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The engine's thread: takes what has come, lets the {@link Engine} decide with one {@code now} per
 * batch, hands on its effects, publishes what readers see.
 *
 * <p>An exception in the engine ends the thread and is given to the handler: the process must exit,
 * since nobody else may decide.
 */
public final class EngineLoop implements AutoCloseable {
  /** A batch takes milliseconds; one that takes longer is the watchdog's matter. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** When nothing has come for so long, there is time to serve readers. */
  private static final Duration QUIET = Duration.ofMillis(2);

  private final Engine engine;
  private final EffectRunner effects;
  private final InstantSource clock;
  private final Settings settings;
  private final Inbox inbox;
  private final Thread thread;
  private final AtomicReference<@Nullable Instant> busySince = new AtomicReference<>();
  private final AtomicReference<@Nullable Duration> waited = new AtomicReference<>();
  private volatile EngineView view;
  private volatile boolean closed;
  private Instant viewed = Instant.EPOCH;
  private boolean unseen;
  private boolean facts;
  private Duration last = Duration.ZERO;

  /**
   * @param facts that may wait before producers do
   * @param tolerable how long a producer may wait before the journal breaker hears of it
   * @param viewEvery how often readers are served while only books change; half as often while no
   *     moment is quiet
   * @param stall how long one batch may take before entries stay off for a while
   */
  public record Settings(int facts, Duration tolerable, Duration viewEvery, Duration stall) {
    public static final Settings DEFAULTS =
        new Settings(10_000, Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofSeconds(5));
  }

  public EngineLoop(
      Engine engine,
      EffectRunner effects,
      InstantSource clock,
      Settings settings,
      UncaughtExceptionHandler death) {
    this.engine = engine;
    this.effects = effects;
    this.clock = clock;
    this.settings = settings;
    this.inbox = new Inbox(settings.facts());
    this.view = engine.view(clock.instant());
    this.thread =
        Thread.ofPlatform().name("engine").uncaughtExceptionHandler(death).unstarted(this::run);
  }

  /** Begins with the engine's first batch. */
  public void start() {
    thread.start();
  }

  /** Reports a fact. Books never wait; anything else waits while the queue is full. */
  public void report(EngineEvent event) {
    switch (event) {
      case EngineEvent.BookChanged e -> inbox.book(e.book().instrument(), e);
      case EngineEvent.BookStale e -> inbox.book(e.instrument(), e);
      case EngineEvent.MarketListed _,
          EngineEvent.VenueChanged _,
          EngineEvent.OrderSent _,
          EngineEvent.IntentsRefused _,
          EngineEvent.SubmitAnswered _,
          EngineEvent.CancelAnswered _,
          EngineEvent.OrderLookedUp _,
          EngineEvent.OrderUpdated _,
          EngineEvent.FillReported _,
          EngineEvent.AccountReported _,
          EngineEvent.PaidOnPaper _,
          EngineEvent.AccountDoubtful _,
          EngineEvent.RedeemAnswered _,
          EngineEvent.ClockMeasured _,
          EngineEvent.JournalLag _,
          EngineEvent.CommitMeasured _,
          EngineEvent.RowRefused _,
          EngineEvent.EngineStalled _,
          EngineEvent.Stopping _,
          EngineEvent.TimerFired _,
          EngineEvent.OperatorAsked _ ->
          fact(event);
    }
  }

  /** As of the last batch, a moment old at most while only books change. */
  public EngineView view() {
    return view;
  }

  /** For the watchdog: since when the engine works on one batch; empty while it waits. */
  public Optional<Instant> busySince() {
    return Optional.ofNullable(busySince.get());
  }

  public boolean isAlive() {
    return thread.isAlive();
  }

  /** Ends after the batch that runs. What waits is not lost: the venues and the database know. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void fact(EngineEvent event) {
    if (inbox.offer(event)) {
      return;
    }
    Instant since = clock.instant();
    try {
      inbox.put(event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a fact waited for the engine", e);
    }
    Duration wait = Duration.between(since, clock.instant());
    if (wait.compareTo(settings.tolerable()) > 0) {
      waited.accumulateAndGet(wait, EngineLoop::longer);
    }
  }

  private void run() {
    try {
      hand(engine.start(clock.instant()));
      publish(clock.instant());
      while (!closed) {
        step(inbox.take(patience()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void step(List<EngineEvent> taken) {
    Instant now = clock.instant();
    busySince.set(now);
    List<EngineEvent> batch = withStall(withWait(taken));
    if (!batch.isEmpty()) {
      hand(engine.on(batch, now, effects));
      unseen = true;
      facts |= batch.stream().anyMatch(event -> !(event instanceof EngineEvent.BookChanged));
    }
    if (unseen && isTimeToPublish(batch.isEmpty(), now)) {
      publish(now);
    }
    busySince.set(null);
    last = Duration.between(now, clock.instant());
  }

  /** Until readers are to be served, and then for a quiet moment. */
  private Duration patience() {
    if (!unseen) {
      return settings.viewEvery();
    }
    Duration left = Duration.between(clock.instant(), viewed.plus(settings.viewEvery()));
    return left.compareTo(QUIET) > 0 ? left : QUIET;
  }

  /**
   * After a fact as soon as nothing else waits; after books in a quiet moment, so that the next
   * book does not wait.
   */
  private boolean isTimeToPublish(boolean quiet, Instant now) {
    if (facts && inbox.isEmpty()) {
      return true;
    }
    Instant due = viewed.plus(settings.viewEvery());
    Instant latest = due.plus(settings.viewEvery());
    return !now.isBefore(quiet || facts ? due : latest);
  }

  private List<EngineEvent> withWait(List<EngineEvent> taken) {
    Duration wait = waited.getAndSet(null);
    if (wait == null) {
      return taken;
    }
    var batch = new ArrayList<EngineEvent>(taken);
    // told as over at once: there is room again, or nothing would have been taken
    batch.addFirst(new EngineEvent.JournalLag(wait));
    batch.addLast(new EngineEvent.JournalLag(Duration.ZERO));
    return batch;
  }

  /** The first that the engine hears after a batch that took too long. */
  private List<EngineEvent> withStall(List<EngineEvent> taken) {
    if (last.compareTo(settings.stall()) <= 0) {
      return taken;
    }
    var batch = new ArrayList<EngineEvent>(taken);
    batch.addFirst(new EngineEvent.EngineStalled(last));
    return batch;
  }

  private void hand(List<Effect> asked) {
    if (!asked.isEmpty()) {
      effects.run(asked);
    }
  }

  private void publish(Instant now) {
    view = engine.view(now);
    viewed = now;
    unseen = false;
    facts = false;
  }

  private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) >= 0 ? one : other;
  }
}
