package pairdesk.sandbox.wire.discord.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.wire.discord.protocol.Json;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;
import pairdesk.sandbox.wire.discord.world.Attachment;
import pairdesk.sandbox.wire.discord.world.Board;
import pairdesk.sandbox.wire.discord.world.Content;
import pairdesk.sandbox.wire.discord.world.Emoji;
import pairdesk.sandbox.wire.discord.world.Guild;
import pairdesk.sandbox.wire.discord.world.Member;
import pairdesk.sandbox.wire.discord.world.Message;
import pairdesk.sandbox.wire.discord.world.Origin;
import pairdesk.sandbox.wire.discord.world.Reaction;

/** A message as one member sees it: whether a reaction is "mine" depends on who looks. */
public final class MessageJson {
  private static final int DEFAULT = 0;
  private static final int REPLY = 19;
  private static final int COMMAND_ANSWER = 20;
  private static final int COMMAND = 2;

  private final Guild guild;
  private final Board board;
  private final Snowflake applicationId;

  public MessageJson(Guild guild, Board board, Snowflake applicationId) {
    this.guild = guild;
    this.board = board;
    this.applicationId = applicationId;
  }

  public ObjectNode message(Message message, Member viewer) {
    ObjectNode node = plain(message, viewer);
    @Nullable Snowflake repliesTo = message.origin().repliesTo();
    if (repliesTo != null) {
      node.putObject("message_reference")
          .put("type", 0)
          .put("message_id", repliesTo.toString())
          .put("channel_id", message.channel().id().toString())
          .put("guild_id", guild.id().toString());
      node.set(
          "referenced_message",
          board
              .find(message.channel(), repliesTo)
              .map(earlier -> plain(earlier, viewer))
              .orElse(null));
    }
    return node;
  }

  private ObjectNode plain(Message message, Member viewer) {
    Content content = message.content();
    @Nullable Object edited = message.state().edited();
    ObjectNode node =
        Json.object()
            .put("id", message.id().toString())
            .put("channel_id", message.channel().id().toString())
            .put("type", type(message))
            .put("content", content.text())
            .put("timestamp", message.id().moment().toString())
            .put("edited_timestamp", edited == null ? null : edited.toString())
            .put("flags", content.flags())
            .put("tts", false)
            .put("pinned", message.state().pinned() != null)
            .put("mention_everyone", false);
    node.set("author", GuildJson.user(message.author()));
    node.set("embeds", content.embeds());
    node.set("components", content.components());
    node.set("attachments", attachments(content.attachments(), message.isEphemeral()));
    node.set("mentions", mentions(content.mentions()));
    node.putArray("mention_roles");
    node.set("reactions", reactions(message, viewer));
    addOrigin(node, message);
    return node;
  }

  private static int type(Message message) {
    Origin origin = message.origin();
    if (origin.invocation() != null && origin.invocation().type() == COMMAND) {
      return COMMAND_ANSWER;
    }
    return origin.repliesTo() == null ? DEFAULT : REPLY;
  }

  private void addOrigin(ObjectNode node, Message message) {
    @Nullable String nonce = message.origin().nonce();
    if (nonce != null) {
      node.put("nonce", nonce);
    }
    Origin.@Nullable Invocation invocation = message.origin().invocation();
    if (invocation == null) {
      return;
    }
    node.put("application_id", applicationId.toString())
        .put("webhook_id", applicationId.toString());
    node.set("interaction_metadata", metadata(invocation));
    if (invocation.type() == COMMAND) {
      ObjectNode interaction =
          node.putObject("interaction")
              .put("id", invocation.interactionId().toString())
              .put("type", COMMAND)
              .put("name", invocation.commandName());
      interaction.set("user", GuildJson.user(invocation.by()));
    }
  }

  private ObjectNode metadata(Origin.Invocation invocation) {
    ObjectNode metadata =
        Json.object()
            .put("id", invocation.interactionId().toString())
            .put("type", invocation.type());
    metadata.set("user", GuildJson.user(invocation.by()));
    metadata.putObject("authorizing_integration_owners").put("0", guild.id().toString());
    if (invocation.pressedAt() != null) {
      metadata.put("interacted_message_id", invocation.pressedAt().toString());
    }
    if (invocation.opener() != null) {
      metadata.set("triggering_interaction_metadata", metadata(invocation.opener()));
    }
    return metadata;
  }

  /** The list under a message, in the order in which the emojis came. */
  public ArrayNode reactions(Message message, Member viewer) {
    ArrayNode list = Json.array();
    for (Reaction reaction : message.state().reactions()) {
      int count = reaction.memberIds().size();
      ObjectNode node =
          list.addObject()
              .put("count", count)
              .put("me", reaction.memberIds().contains(viewer.id()))
              .put("me_burst", false);
      node.putObject("count_details").put("burst", 0).put("normal", count);
      node.putArray("burst_colors");
      node.set("emoji", emoji(reaction.emoji()));
    }
    return list;
  }

  public static ObjectNode emoji(Emoji emoji) {
    return Json.object().putNull("id").put("name", emoji.name());
  }

  private ArrayNode mentions(List<Snowflake> ids) {
    return Json.array(
        ids.stream().flatMap(id -> guild.member(id).stream()).map(GuildJson::user).toList());
  }

  private static ArrayNode attachments(List<Attachment> attachments, boolean ephemeral) {
    ArrayNode list = Json.array();
    attachments.stream()
        .filter(Attachment::listed)
        .forEach(a -> list.add(attachment(a, ephemeral)));
    return list;
  }

  private static ObjectNode attachment(Attachment attachment, boolean ephemeral) {
    Attachment.FileInfo file = attachment.file();
    ObjectNode node =
        Json.object()
            .put("id", attachment.id().toString())
            .put("filename", file.name())
            .put("size", file.size())
            .put("content_type", file.contentType())
            .put("url", attachment.url())
            .put("proxy_url", attachment.url());
    if (file.width() > 0) {
      node.put("width", file.width()).put("height", file.height());
    }
    if (!attachment.description().isEmpty()) {
      node.put("description", attachment.description());
    }
    return ephemeral ? node.put("ephemeral", true) : node;
  }
}
