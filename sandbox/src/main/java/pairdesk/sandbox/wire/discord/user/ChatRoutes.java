package pairdesk.sandbox.wire.discord.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.function.Supplier;
import pairdesk.sandbox.wire.discord.form.MessageForm;
import pairdesk.sandbox.wire.discord.http.Reply;
import pairdesk.sandbox.wire.discord.protocol.Json;
import pairdesk.sandbox.wire.discord.user.UserRoutes.UserCall;
import pairdesk.sandbox.wire.discord.world.Board;
import pairdesk.sandbox.wire.discord.world.Channel;
import pairdesk.sandbox.wire.discord.world.Emoji;
import pairdesk.sandbox.wire.discord.world.Guild;
import pairdesk.sandbox.wire.discord.world.Happening.BotPresence;
import pairdesk.sandbox.wire.discord.world.Member;
import pairdesk.sandbox.wire.discord.world.Message;
import pairdesk.sandbox.wire.discord.world.Origin;
import pairdesk.sandbox.wire.discord.world.Permission;

/** Logging in, looking around, writing and reacting. */
public final class ChatRoutes {
  private static final int LONGEST = 2000;
  private static final String MESSAGES = "/channels/{channel}/messages";
  private static final String REACTION = MESSAGES + "/{message}/reactions/{emoji}";

  private final Logins logins;
  private final Guild guild;
  private final Board board;
  private final Views views;
  private final Supplier<BotPresence> presence;

  public ChatRoutes(
      Logins logins, Guild guild, Board board, Views views, Supplier<BotPresence> presence) {
    this.logins = logins;
    this.guild = guild;
    this.board = board;
    this.views = views;
    this.presence = presence;
  }

  public void register(UserRoutes routes) {
    routes.open(HandlerType.POST, "/login", call -> login(new Fields(call.object())));
    routes.on(
        HandlerType.GET, "/guild", user -> Reply.ok(views.guild(user.member(), presence.get())));
    routes.on(HandlerType.GET, "/channels", user -> Reply.ok(views.channels(user.member())));
    routes.on(HandlerType.GET, MESSAGES, this::messages);
    routes.on(HandlerType.POST, MESSAGES, this::write);
    routes.on(HandlerType.DELETE, MESSAGES + "/{message}", this::dismiss);
    routes.on(HandlerType.PUT, REACTION, this::react);
    routes.on(HandlerType.DELETE, REACTION, this::unreact);
  }

  private Reply login(Fields fields) {
    Member member = logins.person(fields.text("user"));
    ObjectNode answer = Json.object().put("token", logins.login(member));
    answer.set("user", views.person(member));
    return Reply.ok(answer);
  }

  private Reply messages(UserCall user) {
    Channel channel = channel(user, Permission.READ_MESSAGE_HISTORY);
    return Reply.ok(
        Json.array(
            board.page(channel, user.member(), user.call().window()).stream()
                .map(message -> views.message(message, user.member()))
                .toList()));
  }

  private Reply write(UserCall user) {
    Channel channel = channel(user, Permission.SEND_MESSAGES);
    String text = new Fields(user.call().object()).text("content");
    if (text.length() > LONGEST) {
      throw UserError.wrong("content", "must have at most " + LONGEST + " characters");
    }
    Message message = board.post(user.member(), channel, MessageForm.typed(text), Origin.DIRECT);
    return Reply.ok(views.message(message, user.member()));
  }

  /** Deletes what one wrote, and dismisses what only one sees. */
  private Reply dismiss(UserCall user) {
    Message message = message(user);
    if (!message.isEphemeral() && !message.author().equals(user.member())) {
      guild.require(user.member(), message.channel(), Permission.MANAGE_MESSAGES);
    }
    board.delete(message);
    return Reply.NO_CONTENT;
  }

  private Reply react(UserCall user) {
    Message message = message(user);
    Emoji emoji = Emoji.parse(user.call().path("emoji"));
    if (message.isEphemeral()) {
      throw UserError.wrong("message", "there are no reactions on messages that only you see");
    }
    if (message.reaction(emoji).isEmpty()) {
      guild.require(user.member(), message.channel(), Permission.ADD_REACTIONS);
    }
    board.react(message, user.member(), emoji);
    return Reply.NO_CONTENT;
  }

  private Reply unreact(UserCall user) {
    board.unreact(message(user), user.member(), Emoji.parse(user.call().path("emoji")));
    return Reply.NO_CONTENT;
  }

  private Message message(UserCall user) {
    return board.visible(channel(user), user.call().id("message"), user.member());
  }

  private Channel channel(UserCall user, Permission... permissions) {
    String named = user.call().path("channel");
    Channel channel =
        guild
            .channel(named)
            .orElseThrow(() -> UserError.unknown("channel", "no such channel: " + named));
    guild.require(user.member(), channel, permissions);
    return channel;
  }
}
