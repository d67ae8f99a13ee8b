package pairdesk.benchmarks;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import pairdesk.bot.rehearsal.MadeMarkets;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.loop.EngineLoop;
import pairdesk.engine.operator.Actor;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;

/**
 * A thousand pairs whose books change once a second each, on an engine thread, which is asked
 * something a hundred times a second: how long it is until it answers is its latency.
 */
final class TickingEngine implements AutoCloseable {
  private static final Actor ASKER = new Actor("made", "made");
  private static final long ASKED_EVERY_NANOS = 10_000_000;

  private final MadeEngine made = new MadeEngine(false);
  private final EngineLoop loop =
      new EngineLoop(
          made.engine(),
          effects -> {},
          InstantSource.fixed(MadeMarkets.NOW),
          EngineLoop.Settings.DEFAULTS,
          (thread, cause) -> cause.printStackTrace());
  private final ConcurrentLinkedQueue<Long> answered = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();

  TickingEngine() {
    loop.start();
    threads.add(Thread.ofPlatform().name("ticks").start(this::tick));
    threads.add(Thread.ofPlatform().name("asks").start(this::ask));
  }

  EngineLoop loop() {
    return loop;
  }

  /** What was measured since this was called last. */
  Spans take() {
    var taken = new ArrayList<Long>();
    for (Long nanos = answered.poll(); nanos != null; nanos = answered.poll()) {
      taken.add(nanos);
    }
    return new Spans(taken);
  }

  private void tick() {
    var pace = new Pace(TimeUnit.SECONDS.toNanos(1) / MadePairs.COUNT);
    while (!Thread.currentThread().isInterrupted()) {
      for (Watched.Update update : made.watched().round()) {
        update.batch().forEach(loop::report);
        if (!pace.next()) {
          return;
        }
      }
    }
  }

  private void ask() {
    var pace = new Pace(ASKED_EVERY_NANOS);
    while (pace.next()) {
      var reply = new CompletableFuture<OperatorReply>();
      long began = System.nanoTime();
      loop.report(
          new EngineEvent.OperatorAsked(
              new OperatorRequest.ResetBreaker("none", ASKER), reply::complete));
      try {
        reply.get(10, TimeUnit.SECONDS);
        answered.add(System.nanoTime() - began);
      } catch (InterruptedException e) {
        return;
      } catch (ExecutionException | TimeoutException e) {
        throw new IllegalStateException("the engine does not answer", e);
      }
    }
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    loop.close();
  }
}
