package pairdesk.sandbox.faults;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.VenueId;
import pairdesk.sandbox.faults.RequestFault.BookLate;
import pairdesk.sandbox.faults.RequestFault.Delay;
import pairdesk.sandbox.faults.RequestFault.Drip;
import pairdesk.sandbox.faults.RequestFault.Duplicate;
import pairdesk.sandbox.faults.RequestFault.Edit;
import pairdesk.sandbox.faults.RequestFault.Flood;
import pairdesk.sandbox.faults.RequestFault.LoseReply;
import pairdesk.sandbox.faults.RequestFault.LoseRequest;
import pairdesk.sandbox.faults.RequestFault.Replace;
import pairdesk.sandbox.faults.RequestFault.SlowReply;
import pairdesk.sandbox.faults.RequestFault.Stale;
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
  private final Recent recent = new Recent();
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
    return context -> {
      WireRequest request = WireRequest.of(context, clock.instant());
      RequestFault fault = faults.of(venue, request).orElse(null);
      var sender = new ReplySender(context);
      if (fault instanceof Stale) {
        WireReply old = recent.find(venue, request);
        sender.send(old == null ? handler.handle(request) : old);
      } else if (fault != null) {
        play(sender, request, fault, handler);
      } else {
        WireReply reply = handler.handle(request);
        recent.keep(venue, request, reply);
        sender.send(reply);
      }
    };
  }

  /** For requests that can change orders: they are written down. */
  public Handler orders(VenueId venue, WireHandler handler) {
    return context -> {
      WireRequest request = WireRequest.of(context, clock.instant());
      RequestFault fault = faults.of(venue, request).orElse(null);
      WireHandler written = written(venue, request, fault, handler);
      play(new ReplySender(context), request, fault, written);
    };
  }

  /**
   * For the handshake of a socket: waits as a rule says. Faults that need a reply of a handler do
   * not concern it.
   *
   * @throws HandshakeRefused with the reply that a rule puts in its place
   */
  public void handshake(VenueId venue, Context context) throws InterruptedException {
    switch (faults.of(venue, WireRequest.of(context, clock.instant())).orElse(null)) {
      case Replace replace -> throw new HandshakeRefused(replace.apply(WireReply.json(200, "")));
      case Delay(var before) -> Thread.sleep(before);
      case LoseRequest(var hold) -> new ReplySender(context).cut(hold);
      case null, default -> {}
    }
  }

  /** For what the sandbox does not have: written down, and said to whoever reads headers. */
  public void missing(VenueId venue, Context context, WireReply reply) {
    String method = context.method().name();
    String path = context.req().getRequestURI();
    log.missing(venue, method, path);
    new ReplySender(context)
        .send(reply.with("Sandbox-Missing", "the sandbox has no " + method + " here"));
  }

  private void play(
      ReplySender sender, WireRequest request, @Nullable RequestFault fault, WireHandler work)
      throws InterruptedException {
    switch (fault) {
      case null -> sender.send(work.handle(request));
      case Stale _ -> sender.send(work.handle(request));
      case Delay(var before) -> {
        Thread.sleep(before);
        sender.send(work.handle(request));
      }
      case SlowReply(var after) -> {
        WireReply reply = work.handle(request);
        Thread.sleep(after);
        sender.send(reply);
      }
      case LoseRequest(var hold) -> sender.cut(hold);
      case LoseReply(var hold) -> {
        work.handle(request);
        sender.cut(hold);
      }
      case BookLate(var hold, var late) -> {
        schedule(late, work, request);
        sender.cut(hold);
      }
      case Replace replace -> {
        var original = replace.execute() ? work.handle(request) : WireReply.json(200, "");
        sender.send(replace.apply(original));
      }
      case Edit edit -> sender.send(edit.apply(work.handle(request)));
      case Truncate(int bytes) -> sender.breakOff(work.handle(request), bytes);
      case Drip(int bytes, var every) -> sender.drip(work.handle(request), bytes, every);
      case Flood(int megabytes) -> sender.flood(work.handle(request), megabytes);
      case Duplicate _ -> {
        work.handle(request);
        sender.send(work.handle(request));
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

  @Override
  public void close() {
    later.shutdownNow();
  }
}
