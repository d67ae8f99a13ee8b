package pairdesk.sandbox.wire.discord.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.wire.discord.form.Draft;
import pairdesk.sandbox.wire.discord.form.MessageForm;
import pairdesk.sandbox.wire.discord.http.Call;
import pairdesk.sandbox.wire.discord.http.Reply;
import pairdesk.sandbox.wire.discord.protocol.ApiError;
import pairdesk.sandbox.wire.discord.protocol.FormErrors;
import pairdesk.sandbox.wire.discord.protocol.Json;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;
import pairdesk.sandbox.wire.discord.render.MessageJson;
import pairdesk.sandbox.wire.discord.world.Board;
import pairdesk.sandbox.wire.discord.world.Bulletin;
import pairdesk.sandbox.wire.discord.world.Channel;
import pairdesk.sandbox.wire.discord.world.Content;
import pairdesk.sandbox.wire.discord.world.Happening;
import pairdesk.sandbox.wire.discord.world.Message;
import pairdesk.sandbox.wire.discord.world.Origin;
import pairdesk.sandbox.wire.discord.world.Permission;

/** Messages of a channel: send, read, change, delete. */
public final class MessageRoutes {
  private static final String MESSAGES = "/channels/{channel}/messages";
  private static final String MESSAGE = MESSAGES + "/{message}";

  private final Places places;
  private final Board board;
  private final MessageForm form;
  private final MessageJson json;
  private final Bulletin bulletin;

  public MessageRoutes(Places places, MessageForm form, MessageJson json, Bulletin bulletin) {
    this.places = places;
    this.board = places.board();
    this.form = form;
    this.json = json;
    this.bulletin = bulletin;
  }

  public void register(BotRoutes routes) {
    routes.get(MESSAGES, this::list);
    routes.post(MESSAGES, this::create);
    routes.get(MESSAGE, call -> reply(places.message(call, Permission.READ_MESSAGE_HISTORY)));
    routes.patch(MESSAGE, this::edit);
    routes.delete(MESSAGE, this::delete);
    routes.post("/channels/{channel}/typing", this::type);
  }

  private Reply list(Call call) {
    Channel channel = places.channel(call, Permission.READ_MESSAGE_HISTORY);
    return Reply.ok(
        Json.array(
            board.page(channel, places.bot(), call.window()).stream()
                .filter(message -> !message.isEphemeral())
                .map(message -> json.message(message, places.bot()))
                .toList()));
  }

  private Reply create(Call call) {
    Channel channel = places.channel(call, Permission.SEND_MESSAGES);
    Draft draft = call.draft();
    Origin origin = origin(channel, draft.body());
    Optional<Message> sentBefore = sentBefore(channel, origin, draft.body());
    if (sentBefore.isPresent()) {
      return reply(sentBefore.get());
    }
    requireFor(draft, channel);
    Content content = form.fresh(channel, draft, MessageForm.PLAIN_FLAGS);
    return reply(board.post(places.bot(), channel, content, origin));
  }

  private Reply edit(Call call) {
    Message message = places.message(call);
    if (!message.author().equals(places.bot())) {
      throw ApiError.notTheAuthor();
    }
    requireFor(call.draft(), message.channel());
    return reply(
        board.edit(message, form.changed(message.channel(), call.draft(), message.content())));
  }

  private Reply delete(Call call) {
    Message message = places.message(call);
    if (!message.author().equals(places.bot())) {
      places.guild().require(places.bot(), message.channel(), Permission.MANAGE_MESSAGES);
    }
    board.delete(message);
    return Reply.NO_CONTENT;
  }

  private Reply type(Call call) {
    Channel channel = places.channel(call, Permission.SEND_MESSAGES);
    bulletin.tell(new Happening.TypingStarted(channel, places.bot()));
    return Reply.NO_CONTENT;
  }

  private void requireFor(Draft draft, Channel channel) {
    if (!draft.body().path("embeds").isEmpty()) {
      places.guild().require(places.bot(), channel, Permission.EMBED_LINKS);
    }
    if (!draft.uploads().isEmpty()) {
      places.guild().require(places.bot(), channel, Permission.ATTACH_FILES);
    }
  }

  private Origin origin(Channel channel, ObjectNode body) {
    JsonNode reference = body.path("message_reference");
    @Nullable Snowflake repliesTo =
        Snowflake.parse(reference.path("message_id").asText())
            .flatMap(id -> board.find(channel, id))
            .map(Message::id)
            .orElse(null);
    if (Json.has(body, "message_reference")
        && repliesTo == null
        && reference.path("fail_if_not_exists").asBoolean(true)) {
      throw FormErrors.single("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
    }
    return new Origin(null, repliesTo, Json.has(body, "nonce") ? body.get("nonce").asText() : null);
  }

  /** With {@code enforce_nonce} a repeated request gives the message of the first one. */
  private Optional<Message> sentBefore(Channel channel, Origin origin, ObjectNode body) {
    @Nullable String nonce = origin.nonce();
    return nonce != null && body.path("enforce_nonce").asBoolean(false)
        ? board.withNonce(channel, places.bot(), nonce)
        : Optional.empty();
  }

  private Reply reply(Message message) {
    return Reply.ok(json.message(message, places.bot()));
  }
}
