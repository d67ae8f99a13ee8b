package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pairdesk.engine.control.Mode;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.operator.Actor;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.risk.BreakerState;
import pairdesk.engine.sample.SampleMarkets;

@Timeout(30)
class EngineLoopTest {
  private static final InstantSource CLOCK = InstantSource.fixed(SampleMarkets.NOW);
  private static final EngineEvent FACT =
      new EngineEvent.ClockMeasured(VenueId.KALSHI, Duration.ZERO);

  private static EngineEvent book(String ask) {
    return new EngineEvent.BookChanged(SampleMarkets.book(Rig.YES, "0.30 x 10", ask + " x 10"));
  }

  @Test
  @Tag("fault:U1")
  void factsComeFirstAndInOrderBooksOnceWithTheNewest() throws InterruptedException {
    var inbox = new Inbox(10);
    inbox.book(Rig.NO, new EngineEvent.BookStale(Rig.NO, "gap"));
    inbox.book(Rig.YES, book("0.41"));
    assertTrue(inbox.offer(FACT));
    inbox.book(Rig.YES, book("0.42"));
    var doubtful = new EngineEvent.AccountDoubtful(VenueId.KALSHI, "reconnected");
    assertTrue(inbox.offer(doubtful));
    assertEquals(
        List.of(FACT, doubtful, book("0.42"), new EngineEvent.BookStale(Rig.NO, "gap")),
        inbox.take(Duration.ZERO));
    assertTrue(inbox.take(Duration.ZERO).isEmpty());
  }

  @Test
  @Tag("fault:U1")
  void aFullQueueMakesTheProducerWaitAndDropsNothing() throws InterruptedException {
    var inbox = new Inbox(2);
    assertTrue(inbox.offer(FACT));
    assertTrue(inbox.offer(FACT));
    assertFalse(inbox.offer(FACT));
    var done = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(() -> {
          try {
            inbox.put(FACT);
            done.countDown();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    assertEquals(2, inbox.take(Duration.ofSeconds(5)).size());
    assertTrue(done.await(5, TimeUnit.SECONDS));
    assertEquals(1, inbox.take(Duration.ofSeconds(5)).size());
  }

  @Test
  void handsOnEffectsAndPublishesWhatReadersSee() throws Exception {
    var asked = new LinkedBlockingQueue<List<Effect>>();
    var death = new CompletableFuture<Throwable>();
    try (var loop = loop(asked::add, death)) {
      loop.start();
      List<Effect> first = asked.poll(10, TimeUnit.SECONDS);
      assertTrue(
          first != null && first.stream().anyMatch(Effect.ReadAccount.class::isInstance),
          () -> "first batch: " + first);
      var reply = new CompletableFuture<OperatorReply>();
      loop.report(
          new EngineEvent.OperatorAsked(
              new OperatorRequest.Halt("test", new Actor("cli:a", "a")), reply::complete));
      assertInstanceOf(OperatorReply.Done.class, reply.get(10, TimeUnit.SECONDS));
      List<Effect> halted = asked.poll(10, TimeUnit.SECONDS);
      assertTrue(halted != null && halted.contains(new Effect.CancelAll()));
      assertFalse(death.isDone());
    }
  }

  @Test
  @Tag("fault:K19")
  void anExceptionEndsTheThreadAndIsHandedOver() throws Exception {
    var death = new CompletableFuture<Throwable>();
    var loop =
        loop(
            _ -> {
              throw new IllegalStateException("broken");
            },
            death);
    loop.start();
    assertEquals("broken", death.get(10, TimeUnit.SECONDS).getMessage());
    loop.close();
    assertFalse(loop.isAlive());
  }

  @Test
  @Tag("fault:K20")
  void tellsTheWatchdogSinceWhenItWorks() throws Exception {
    var entered = new CountDownLatch(2);
    var release = new CountDownLatch(1);
    var death = new CompletableFuture<Throwable>();
    var loop =
        loop(
            _ -> {
              entered.countDown();
              if (entered.getCount() == 0) {
                awaitQuietly(release);
              }
            },
            death);
    try (loop) {
      loop.start();
      loop.report(new EngineEvent.AccountDoubtful(VenueId.KALSHI, "makes the engine read again"));
      assertTrue(entered.await(10, TimeUnit.SECONDS));
      assertEquals(SampleMarkets.NOW, loop.busySince().orElseThrow());
      release.countDown();
    }
    assertTrue(loop.busySince().isEmpty());
  }

  @Test
  @Tag("fault:C3")
  void entriesPauseWhenTheEngineComesBackFromABatchThatTookTooLong() throws Exception {
    var now = new AtomicReference<>(SampleMarkets.NOW);
    var death = new CompletableFuture<Throwable>();
    var batches = new AtomicInteger();
    EffectRunner effects =
        _ -> {
          if (batches.incrementAndGet() == 2) {
            now.updateAndGet(before -> before.plusSeconds(6));
          }
        };
    try (var loop = loop(effects, now::get, death)) {
      loop.start();
      loop.report(new EngineEvent.AccountDoubtful(VenueId.KALSHI, "makes the engine read again"));
      for (int i = 0; i < 2_000 && loop.view().desk().breakers().isEmpty(); i++) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
      BreakerState stalled = loop.view().desk().breakers().getFirst();
      assertEquals("engine-stall", stalled.name());
      assertEquals("the engine worked on one batch for 6000 ms", stalled.cause());
      assertEquals(now.get().plus(Duration.ofMinutes(5)), stalled.until());
    }
  }

  @Test
  void aFactIsNotShownWhileAnotherWaitsAndThenAtOnce() throws Exception {
    var now = new AtomicReference<>(SampleMarkets.NOW);
    var shown = new CompletableFuture<Instant>();
    var death = new CompletableFuture<Throwable>();
    var looped = new AtomicReference<EngineLoop>();
    var batches = new AtomicInteger();
    EffectRunner effects =
        _ -> {
          int batch = batches.incrementAndGet();
          EngineLoop self = looped.get();
          if (batch == 2) {
            now.updateAndGet(before -> before.plusMillis(1));
            self.report(new EngineEvent.AccountDoubtful(VenueId.POLYMARKET, "waits"));
          } else if (batch == 3) {
            shown.complete(self.view().at());
          }
        };
    try (var loop = loop(effects, now::get, death)) {
      looped.set(loop);
      loop.start();
      loop.report(new EngineEvent.AccountDoubtful(VenueId.KALSHI, "makes the engine read again"));
      assertEquals(SampleMarkets.NOW, shown.get(10, TimeUnit.SECONDS));
      for (int i = 0; i < 2_000 && loop.view().at().equals(SampleMarkets.NOW); i++) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
      assertEquals(SampleMarkets.NOW.plusMillis(1), loop.view().at());
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static EngineLoop loop(EffectRunner effects, CompletableFuture<Throwable> death) {
    return loop(effects, CLOCK, death);
  }

  private static EngineLoop loop(
      EffectRunner effects, InstantSource clock, CompletableFuture<Throwable> death) {
    var ids = new int[1];
    var engine =
        new Engine(
            Rig.settings(),
            new Detection(List.of(), () -> "id%022d".formatted(++ids[0])),
            Rig.recovered(Mode.MONITOR),
            List.of(Rig.market(Rig.KALSHI), Rig.market(Rig.POLY)),
            SampleMarkets.NOW);
    return new EngineLoop(
        engine, effects, clock, EngineLoop.Settings.DEFAULTS, (_, cause) -> death.complete(cause));
  }
}
