package pairdesk.sandbox.wire.discord.user;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.function.Function;
import pairdesk.sandbox.wire.discord.http.Call;
import pairdesk.sandbox.wire.discord.http.Reply;
import pairdesk.sandbox.wire.discord.http.Turn;
import pairdesk.sandbox.wire.discord.protocol.ApiError;
import pairdesk.sandbox.wire.discord.world.Member;

/**
 * Registers handlers under {@code /user/v1}: the person's token, a turn, errors that name the
 * field.
 */
public final class UserRoutes {
  static final String PREFIX = "/user/v1";

  private final RoutesConfig routes;
  private final Turn turn;
  private final Logins logins;

  /** A request of somebody who is logged in. */
  record UserCall(Member member, Call call) {}

  public UserRoutes(RoutesConfig routes, Turn turn, Logins logins) {
    this.routes = routes;
    this.turn = turn;
    this.logins = logins;
  }

  void on(HandlerType method, String path, Function<UserCall, Reply> work) {
    routes.addHttpHandler(
        method,
        PREFIX + path,
        answering(context -> {
          UserCall call = identified(context);
          return turn.take(() -> work.apply(call));
        }));
  }

  /** For work that waits for the bot: it takes its turns itself. */
  void waiting(HandlerType method, String path, Function<UserCall, Reply> work) {
    routes.addHttpHandler(
        method, PREFIX + path, answering(context -> work.apply(identified(context))));
  }

  void open(HandlerType method, String path, Call.Work work) {
    routes.addHttpHandler(
        method,
        PREFIX + path,
        answering(context -> {
          Call call = Call.read(context);
          return turn.take(() -> work.on(call));
        }));
  }

  private UserCall identified(Context context) {
    Member member =
        logins.byHeader(context.header("Authorization")).orElseThrow(UserError::notLoggedIn);
    return new UserCall(member, Call.read(context));
  }

  private static Handler answering(Function<Context, Reply> work) {
    return context -> {
      Reply reply;
      try {
        reply = work.apply(context);
      } catch (UserError e) {
        reply = Reply.error(e.status(), e.body());
      } catch (ApiError e) {
        reply = Reply.error(e.status(), UserError.body(e));
      }
      reply.send(context);
    };
  }
}
