package pairdesk.sandbox.faults;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.VenueId;
import pairdesk.sandbox.faults.RequestFault.BookLate;
import pairdesk.sandbox.faults.RequestFault.Delay;
import pairdesk.sandbox.faults.RequestFault.Duplicate;
import pairdesk.sandbox.faults.RequestFault.Edit;
import pairdesk.sandbox.faults.RequestFault.LoseReply;
import pairdesk.sandbox.faults.RequestFault.LoseRequest;
import pairdesk.sandbox.faults.RequestFault.Replace;
import pairdesk.sandbox.faults.RequestFault.Truncate;
import pairdesk.sandbox.wire.WireHandler;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;

/** Stands between the server and the handlers: looks up the fault of a request and plays it. */
public final class FaultGate implements AutoCloseable {
  private final InstantSource clock;
  private final Faults faults;
  private final RequestLog log;
  private final Duration zombieWindow;
  private final ScheduledExecutorService later;

  /**
   * @param zombieWindow a request is never carried out later than this after it arrived
   */
  public FaultGate(InstantSource clock, Faults faults, RequestLog log, Duration zombieWindow) {
    this.clock = clock;
    this.faults = faults;
    this.log = log;
    this.zombieWindow = zombieWindow;
    this.later =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("late").factory());
  }

  /** For requests that only read. */
  public Handler reads(VenueId venue, WireHandler handler) {
    return context -> play(context, venue, handler, false);
  }

  /** For requests that can change orders: they are written down. */
  public Handler orders(VenueId venue, WireHandler handler) {
    return context -> play(context, venue, handler, true);
  }

  private void play(Context context, VenueId venue, WireHandler handler, boolean logged)
      throws InterruptedException {
    WireRequest request = WireRequest.of(context, clock.instant());
    RequestFault fault = faults.of(venue, request).orElse(null);
    WireHandler work = logged ? written(venue, request, fault, handler) : handler;
    switch (fault) {
      case null -> send(context, work.handle(request));
      case Delay(var before) -> {
        Thread.sleep(before);
        send(context, work.handle(request));
      }
      case LoseRequest(var hold) -> cut(context, hold);
      case LoseReply(var hold) -> {
        work.handle(request);
        cut(context, hold);
      }
      case BookLate(var hold, var late) -> {
        schedule(late, work, request);
        cut(context, hold);
      }
      case Replace replace -> {
        var original = replace.execute() ? work.handle(request) : WireReply.json(200, "");
        send(context, replace.apply(original));
      }
      case Edit edit -> send(context, edit.apply(work.handle(request)));
      case Truncate(int bytes) -> breakOff(context, work.handle(request), bytes);
      case Duplicate _ -> {
        work.handle(request);
        send(context, work.handle(request));
      }
    }
  }

  private WireHandler written(
      VenueId venue, WireRequest request, @Nullable RequestFault fault, WireHandler handler) {
    int number = log.arrived(venue, request, fault);
    return r -> {
      WireReply reply = handler.handle(r);
      log.executed(number, clock.instant(), reply);
      return reply;
    };
  }

  private void schedule(Duration late, WireHandler work, WireRequest request) {
    Duration wait = late.compareTo(zombieWindow) > 0 ? zombieWindow : late;
    var _ = later.schedule(() -> work.handle(request), wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void send(Context context, WireReply reply) {
    context.status(reply.status());
    reply.headers().forEach(context::header);
    if (!reply.body().isEmpty()) {
      context.result(reply.body());
    }
  }

  /** Ends the connection without an answer. */
  private static void cut(Context context, Duration hold) throws InterruptedException {
    Thread.sleep(hold);
    ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }

  private static void breakOff(Context context, WireReply reply, int bytes)
      throws InterruptedException {
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    context.status(reply.status());
    reply.headers().forEach(context::header);
    context.res().setContentLength(body.length);
    try {
      context.res().getOutputStream().write(Arrays.copyOf(body, Math.min(bytes, body.length)));
      context.res().flushBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException("client went away", e);
    }
    cut(context, Duration.ZERO);
  }

  @Override
  public void close() {
    later.shutdownNow();
  }
}
