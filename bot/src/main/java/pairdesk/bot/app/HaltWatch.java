package pairdesk.bot.app;

import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.operator.Actor;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.persistence.ControlStore;

/**
 * Tells the engine of a halt that another process stored. The row binds every intent already; this
 * lets the desk know, cancel and say so. Each change by a person is looked at until the engine
 * agrees with it once, so that a resume, which leaves the moment of the change alone, stands.
 */
final class HaltWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HaltWatch.class);
  private static final long LOOK_MILLIS = 1_000;
  private static final Actor OUTSIDE = new Actor("cli:halt", "pairdesk halt");

  private final Supplier<ControlStore.Kept> stored;
  private final BooleanSupplier halted;
  private final Consumer<EngineEvent> inbox;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("halt-watch").daemon(true).factory());
  private Instant agreed = Instant.EPOCH;
  private Instant doubted = Instant.EPOCH;

  /**
   * @param stored the row; blocking, may throw when the database is away
   * @param halted whether the engine is
   */
  HaltWatch(
      Supplier<ControlStore.Kept> stored, BooleanSupplier halted, Consumer<EngineEvent> inbox) {
    this.stored = stored;
    this.halted = halted;
    this.inbox = inbox;
  }

  void start() {
    var _ =
        thread.scheduleWithFixedDelay(
            this::lookIfReadable, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void lookIfReadable() {
    try {
      look();
    } catch (RuntimeException e) { // without the database no intent is committed either
      LOG.atDebug().setCause(e).log("the stored halt could not be read");
    }
  }

  void look() {
    ControlStore.Kept kept = stored.get();
    Instant changed = kept.changedAt();
    if (!changed.isAfter(agreed)) {
      return;
    }
    if (!kept.controls().halted() || halted.getAsBoolean()) {
      agreed = changed;
    } else if (changed.equals(doubted)) {
      agreed = changed;
      LOG.atWarn().addKeyValue("reason", kept.controls().haltReason()).log("halted from outside");
      inbox.accept(
          new EngineEvent.OperatorAsked(
              new OperatorRequest.Halt(kept.controls().haltReason(), OUTSIDE), _ -> {}));
    } else {
      doubted = changed; // the console's own halt reaches the engine a moment after its row
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
