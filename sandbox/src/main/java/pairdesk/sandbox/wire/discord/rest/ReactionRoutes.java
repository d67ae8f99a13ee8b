package pairdesk.sandbox.wire.discord.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.wire.discord.http.Call;
import pairdesk.sandbox.wire.discord.http.Reply;
import pairdesk.sandbox.wire.discord.protocol.ApiError;
import pairdesk.sandbox.wire.discord.protocol.Json;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;
import pairdesk.sandbox.wire.discord.render.GuildJson;
import pairdesk.sandbox.wire.discord.render.MessageJson;
import pairdesk.sandbox.wire.discord.world.Board;
import pairdesk.sandbox.wire.discord.world.Emoji;
import pairdesk.sandbox.wire.discord.world.Member;
import pairdesk.sandbox.wire.discord.world.Message;
import pairdesk.sandbox.wire.discord.world.Permission;
import pairdesk.sandbox.wire.discord.world.Reaction;
import pairdesk.sandbox.wire.discord.world.Window;

/** Reactions and pins. */
public final class ReactionRoutes {
  private static final String REACTIONS = "/channels/{channel}/messages/{message}/reactions";
  private static final String REACTION = REACTIONS + "/{emoji}";

  private final Places places;
  private final Board board;
  private final MessageJson json;

  public ReactionRoutes(Places places, MessageJson json) {
    this.places = places;
    this.board = places.board();
    this.json = json;
  }

  public void register(BotRoutes routes) {
    routes.put(REACTION + "/@me", this::add);
    routes.delete(REACTION + "/@me", call -> remove(places.message(call), places.bot(), call));
    routes.delete(REACTION + "/{user}", this::removeOf);
    routes.get(REACTION, this::reactors);
    routes.delete(REACTION, call -> clear(call, Emoji.parse(call.path("emoji"))));
    routes.delete(REACTIONS, call -> clear(call, null));
    routes.get("/channels/{channel}/messages/pins", this::pins);
    for (String pin :
        List.of(
            "/channels/{channel}/messages/pins/{message}", "/channels/{channel}/pins/{message}")) {
      routes.put(pin, call -> pin(call, true));
      routes.delete(pin, call -> pin(call, false));
    }
  }

  private Reply add(Call call) {
    Emoji emoji = Emoji.parse(call.path("emoji"));
    Message message = places.message(call, Permission.READ_MESSAGE_HISTORY);
    if (message.reaction(emoji).isEmpty()) {
      places.guild().require(places.bot(), message.channel(), Permission.ADD_REACTIONS);
    }
    board.react(message, places.bot(), emoji);
    return Reply.NO_CONTENT;
  }

  private Reply removeOf(Call call) {
    Message message = places.message(call, Permission.MANAGE_MESSAGES);
    return remove(
        message, places.guild().member(call.id("user")).orElseThrow(ApiError::unknownUser), call);
  }

  private Reply remove(Message message, Member member, Call call) {
    board.unreact(message, member, Emoji.parse(call.path("emoji")));
    return Reply.NO_CONTENT;
  }

  private Reply clear(Call call, @Nullable Emoji emoji) {
    board.clearReactions(places.message(call, Permission.MANAGE_MESSAGES), emoji);
    return Reply.NO_CONTENT;
  }

  /** Who reacted, by rising id, after the given one. */
  private Reply reactors(Call call) {
    Message message = places.message(call, Permission.READ_MESSAGE_HISTORY);
    Window window = call.window();
    List<Snowflake> ids =
        message
            .reaction(Emoji.parse(call.path("emoji")))
            .map(Reaction::memberIds)
            .orElse(List.of());
    return Reply.ok(
        Json.array(
            ids.stream()
                .sorted()
                .filter(id -> window.after() == null || id.compareTo(window.after()) > 0)
                .limit(window.limit())
                .flatMap(id -> places.guild().member(id).stream())
                .map(GuildJson::user)
                .toList()));
  }

  private Reply pin(Call call, boolean pinned) {
    board.pin(places.message(call, Permission.PIN_MESSAGES), pinned);
    return Reply.NO_CONTENT;
  }

  private Reply pins(Call call) {
    ObjectNode answer = Json.object().put("has_more", false);
    for (Message message : board.pins(places.channel(call, Permission.READ_MESSAGE_HISTORY))) {
      ObjectNode item = answer.withArrayProperty("items").addObject();
      item.put("pinned_at", String.valueOf(message.state().pinned()))
          .set("message", json.message(message, places.bot()));
    }
    answer.withArrayProperty("items");
    return Reply.ok(answer);
  }
}
