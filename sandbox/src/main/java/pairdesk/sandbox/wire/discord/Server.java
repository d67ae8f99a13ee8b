package pairdesk.sandbox.wire.discord;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Supplier;
import pairdesk.sandbox.wire.discord.command.CommandBook;
import pairdesk.sandbox.wire.discord.command.CommandJson;
import pairdesk.sandbox.wire.discord.command.DailyCreates;
import pairdesk.sandbox.wire.discord.control.ControlRoutes;
import pairdesk.sandbox.wire.discord.fault.Faults;
import pairdesk.sandbox.wire.discord.form.MessageForm;
import pairdesk.sandbox.wire.discord.gateway.Gateway;
import pairdesk.sandbox.wire.discord.http.Call;
import pairdesk.sandbox.wire.discord.http.Reply;
import pairdesk.sandbox.wire.discord.http.Turn;
import pairdesk.sandbox.wire.discord.interaction.Answers;
import pairdesk.sandbox.wire.discord.interaction.Interactions;
import pairdesk.sandbox.wire.discord.interaction.Payloads;
import pairdesk.sandbox.wire.discord.interaction.Tokens;
import pairdesk.sandbox.wire.discord.protocol.ApiError;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;
import pairdesk.sandbox.wire.discord.protocol.Snowflakes;
import pairdesk.sandbox.wire.discord.render.MessageJson;
import pairdesk.sandbox.wire.discord.rest.AttachmentRoute;
import pairdesk.sandbox.wire.discord.rest.BotRoutes;
import pairdesk.sandbox.wire.discord.rest.CommandRoutes;
import pairdesk.sandbox.wire.discord.rest.GuildRoutes;
import pairdesk.sandbox.wire.discord.rest.InteractionRoutes;
import pairdesk.sandbox.wire.discord.rest.MessageRoutes;
import pairdesk.sandbox.wire.discord.rest.Places;
import pairdesk.sandbox.wire.discord.rest.ReactionRoutes;
import pairdesk.sandbox.wire.discord.user.ActionRoutes;
import pairdesk.sandbox.wire.discord.user.ChatRoutes;
import pairdesk.sandbox.wire.discord.user.Logins;
import pairdesk.sandbox.wire.discord.user.UserRoutes;
import pairdesk.sandbox.wire.discord.user.UserStream;
import pairdesk.sandbox.wire.discord.user.Views;
import pairdesk.sandbox.wire.discord.world.Application;
import pairdesk.sandbox.wire.discord.world.Board;
import pairdesk.sandbox.wire.discord.world.Bulletin;
import pairdesk.sandbox.wire.discord.world.Guild;
import pairdesk.sandbox.wire.discord.world.Shelf;

/** All parts, put together. */
final class Server {
  private final Turn turn;
  private final Faults faults = new Faults();
  private final Bulletin bulletin = new Bulletin();
  private final Application application;
  private final Guild guild;
  private final Supplier<String> gatewayUrl;
  private final Tokens tokens;
  private final Board board;
  private final Shelf shelf;
  private final MessageForm form;
  private final MessageJson messageJson;
  private final CommandBook commands;
  private final Interactions interactions;
  private final Gateway gateway;

  Server(DiscordOptions options, Supplier<String> address) {
    turn = new Turn(options.clock());
    application = Cast.application(options.bot());
    guild = Cast.guild(options.bot(), options.clock().instant());
    gatewayUrl = () -> "ws://" + address.get() + "/gateway";
    tokens = new Tokens(options.chance());
    Snowflakes ids = new Snowflakes(options.clock());
    board = new Board(ids, options.clock(), bulletin);
    shelf = new Shelf(ids, () -> "http://" + address.get());
    form = new MessageForm(shelf);
    messageJson = new MessageJson(guild, board, application.id());
    commands =
        new CommandBook(
            new DailyCreates(options.clock()),
            ids,
            new CommandJson(application.id(), guild.id()),
            bulletin);
    interactions = new Interactions(ids, tokens, options.clock(), bulletin);
    Gateway.Place place = new Gateway.Place(guild, application, gatewayUrl);
    gateway = new Gateway(place, messageJson, bulletin, faults, turn, tokens);
  }

  void register(RoutesConfig routes) {
    routes.ws("/gateway", gateway::configure);
    registerBot(new BotRoutes(routes, turn, faults, application.token()));
    registerUser(routes);
    new AttachmentRoute(shelf).register(routes);
    new ControlRoutes(faults, gateway.sessions(), turn).register(routes);
    routes.error(404, Server::notFound);
  }

  private void registerBot(BotRoutes routes) {
    Places places = new Places(guild, board);
    Snowflake applicationId = application.id();
    Answers answers = new Answers(interactions, board, form, guild.bot());
    new GuildRoutes(guild, application, gatewayUrl).register(routes);
    new ReactionRoutes(places, messageJson).register(routes);
    new MessageRoutes(places, form, messageJson, bulletin).register(routes);
    new CommandRoutes(commands, applicationId, guild.id()).register(routes);
    new InteractionRoutes(interactions, answers, messageJson, guild.bot(), applicationId)
        .register(routes);
  }

  private void registerUser(RoutesConfig routes) {
    Views views = new Views(guild, messageJson);
    Logins logins = new Logins(guild, tokens);
    UserStream stream = new UserStream(logins, views, turn);
    Payloads payloads = new Payloads(guild, messageJson, application.id());
    UserRoutes userRoutes = new UserRoutes(routes, turn, logins);
    bulletin.listen(stream);
    routes.ws("/user/v1/socket", stream::configure);
    new ChatRoutes(logins, guild, board, views, gateway.sessions()::presence).register(userRoutes);
    new ActionRoutes(new ActionRoutes.Parts(guild, board, commands), interactions, payloads, turn)
        .register(userRoutes);
  }

  void sweep() {
    turn.run(() -> {
      interactions.sweep();
      gateway.sessions().sweep(Faults.USUAL_HEARTBEAT);
    });
  }

  private static void notFound(Context context) {
    if (!Call.isAnswered(context)) {
      Reply.error(404, ApiError.notFound().body()).send(context);
    }
  }
}
