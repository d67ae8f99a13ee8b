package pairdesk.sandbox.wire.discord.rest;

import java.util.List;
import pairdesk.sandbox.wire.discord.command.Command;
import pairdesk.sandbox.wire.discord.command.CommandBook;
import pairdesk.sandbox.wire.discord.command.CommandBook.Scope;
import pairdesk.sandbox.wire.discord.http.Call;
import pairdesk.sandbox.wire.discord.http.Reply;
import pairdesk.sandbox.wire.discord.protocol.ApiError;
import pairdesk.sandbox.wire.discord.protocol.Json;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;

/** Registration of commands, for everyone and for the guild. */
public final class CommandRoutes {
  private final CommandBook book;
  private final Snowflake applicationId;
  private final Snowflake guildId;

  public CommandRoutes(CommandBook book, Snowflake applicationId, Snowflake guildId) {
    this.book = book;
    this.applicationId = applicationId;
    this.guildId = guildId;
  }

  public void register(BotRoutes routes) {
    register(routes, "/applications/{application}/commands", Scope.GLOBAL);
    register(routes, "/applications/{application}/guilds/{guild}/commands", Scope.GUILD);
  }

  private void register(BotRoutes routes, String path, Scope scope) {
    String one = path + "/{command}";
    routes.get(path, mine(scope, _ -> list(book.all(scope))));
    routes.put(path, mine(scope, call -> list(book.replaceAll(scope, call.array()))));
    routes.post(path, mine(scope, call -> Reply.ok(book.put(scope, call.object()).json())));
    routes.get(one, mine(scope, call -> Reply.ok(book.get(scope, call.id("command")).json())));
    routes.patch(
        one,
        mine(scope, call -> Reply.ok(book.patch(scope, call.id("command"), call.object()).json())));
    routes.delete(one, mine(scope, call -> delete(scope, call)));
  }

  private Call.Work mine(Scope scope, Call.Work work) {
    return call -> {
      if (!call.id("application").equals(applicationId)) {
        throw ApiError.unknownApplication();
      }
      if (scope == Scope.GUILD && !call.id("guild").equals(guildId)) {
        throw ApiError.missingAccess();
      }
      return work.on(call);
    };
  }

  private Reply delete(Scope scope, Call call) {
    book.delete(scope, call.id("command"));
    return Reply.NO_CONTENT;
  }

  private static Reply list(List<Command> commands) {
    return Reply.ok(Json.array(commands.stream().map(Command::json).toList()));
  }
}
