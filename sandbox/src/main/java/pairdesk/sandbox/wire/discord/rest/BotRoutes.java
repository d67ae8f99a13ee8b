package pairdesk.sandbox.wire.discord.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import pairdesk.sandbox.wire.discord.fault.Faults;
import pairdesk.sandbox.wire.discord.fault.Faults.Banned;
import pairdesk.sandbox.wire.discord.fault.Faults.RateLimited;
import pairdesk.sandbox.wire.discord.fault.Faults.Slow;
import pairdesk.sandbox.wire.discord.fault.Faults.Unavailable;
import pairdesk.sandbox.wire.discord.http.Call;
import pairdesk.sandbox.wire.discord.http.Reply;
import pairdesk.sandbox.wire.discord.http.Turn;
import pairdesk.sandbox.wire.discord.protocol.ApiError;
import pairdesk.sandbox.wire.discord.protocol.Json;

/**
 * Registers handlers under {@code /api/v10}: faults first, then the bot's token, then a turn,
 * errors in Discord's words.
 */
public final class BotRoutes {
  /** Where Discord's API version 10 lives. */
  public static final String PREFIX = "/api/v10";

  private final RoutesConfig routes;
  private final Turn turn;
  private final Faults faults;
  private final String authorization;

  public BotRoutes(RoutesConfig routes, Turn turn, Faults faults, String botToken) {
    this.routes = routes;
    this.turn = turn;
    this.faults = faults;
    this.authorization = "Bot " + botToken;
  }

  void get(String path, Call.Work work) {
    routes.addHttpHandler(HandlerType.GET, PREFIX + path, handler(work, true));
  }

  void post(String path, Call.Work work) {
    routes.addHttpHandler(HandlerType.POST, PREFIX + path, handler(work, true));
  }

  void put(String path, Call.Work work) {
    routes.addHttpHandler(HandlerType.PUT, PREFIX + path, handler(work, true));
  }

  void patch(String path, Call.Work work) {
    routes.addHttpHandler(HandlerType.PATCH, PREFIX + path, handler(work, true));
  }

  void delete(String path, Call.Work work) {
    routes.addHttpHandler(HandlerType.DELETE, PREFIX + path, handler(work, true));
  }

  /**
   * A route whose path carries a token of its own, so that the bot's token may be absent (but not
   * wrong).
   */
  void withOwnToken(HandlerType method, String path, Call.Work work) {
    routes.addHttpHandler(method, PREFIX + path, handler(work, false));
  }

  private Handler handler(Call.Work work, boolean tokenNeeded) {
    return context -> {
      Optional<Reply> fault = faults.take(context.path()).flatMap(BotRoutes::suffer);
      fault.orElseGet(() -> answer(context, work, tokenNeeded)).send(context);
    };
  }

  private Reply answer(Context context, Call.Work work, boolean tokenNeeded) {
    try {
      String given = context.header("Authorization");
      if (given == null ? tokenNeeded : !given.equals(authorization)) {
        throw ApiError.unauthorized();
      }
      Call call = Call.read(context);
      return turn.take(() -> work.on(call));
    } catch (ApiError e) {
      return Reply.error(e.status(), e.body());
    }
  }

  /** The answer that a fault gives; empty when it only delays. */
  private static Optional<Reply> suffer(Faults.Effect effect) {
    return switch (effect) {
      case RateLimited(var retryAfter, var global) -> Optional.of(rateLimited(retryAfter, global));
      case Banned(var retryAfter) -> Optional.of(banned(retryAfter));
      case Unavailable() ->
          Optional.of(
              Reply.error(
                  503, Json.object().put("message", "503: Service Unavailable").put("code", 0)));
      case Slow(var delay) -> {
        LockSupport.parkNanos(delay.toNanos());
        yield Optional.empty();
      }
    };
  }

  private static Reply banned(Duration retryAfter) {
    return new Reply(
        429,
        Json.object().put("message", "You are being blocked from accessing our API."),
        Map.of("Retry-After", Long.toString(retryAfter.plusMillis(999).toSeconds())));
  }

  /**
   * With {@code Via}, without which JDA takes a 429 for a ban by the network in front of Discord.
   */
  private static Reply rateLimited(Duration retryAfter, boolean global) {
    long wholeSeconds = retryAfter.plusMillis(999).toSeconds();
    Map<String, String> headers =
        Map.of(
            "Via",
            "1.1 pairdesk",
            "Retry-After",
            Long.toString(wholeSeconds),
            "X-RateLimit-Scope",
            global ? "global" : "user",
            global ? "X-RateLimit-Global" : "X-RateLimit-Reset-After",
            global ? "true" : Long.toString(wholeSeconds));
    String seconds = retryAfter.toSeconds() + "." + "%03d".formatted(retryAfter.toMillisPart());
    return new Reply(
        429,
        Json.object()
            .put("message", "You are being rate limited.")
            .put("retry_after", new BigDecimal(seconds))
            .put("global", global),
        headers);
  }
}
