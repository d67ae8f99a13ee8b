package pairdesk.sandbox.wire.discord.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.wire.discord.protocol.Json;
import pairdesk.sandbox.wire.discord.world.Channel;
import pairdesk.sandbox.wire.discord.world.Emoji;
import pairdesk.sandbox.wire.discord.world.Happening;
import pairdesk.sandbox.wire.discord.world.Member;
import pairdesk.sandbox.wire.discord.world.Message;

/** Words what happened for one person; empty when it is not for those eyes. */
final class UserEvents {
  private final Views views;

  UserEvents(Views views) {
    this.views = views;
  }

  Optional<ObjectNode> of(Happening happening, Member viewer) {
    return switch (happening) {
      case Happening.MessageCreated(var message) -> message("message_created", message, viewer);
      case Happening.MessageUpdated(var message) -> message("message_updated", message, viewer);
      case Happening.MessageDeleted(var message) -> about("message_deleted", message, viewer);
      case Happening.ReactionAdded(var message, var by, var emoji) ->
          reaction("reaction_added", message, viewer, by, emoji);
      case Happening.ReactionRemoved(var message, var by, var emoji) ->
          reaction("reaction_removed", message, viewer, by, emoji);
      case Happening.ReactionsCleared(var message, var emoji) ->
          reaction("reactions_cleared", message, viewer, null, emoji);
      case Happening.TypingStarted(var channel, var member) -> typing(channel, member, viewer);
      case Happening.InteractionAnswered(var id, var by, var messageId) ->
          own(
              by,
              viewer,
              event("interaction_answered")
                  .put("interaction_id", id.toString())
                  .put("message_id", text(messageId)));
      case Happening.InteractionFailed(var id, var by, var channel) ->
          own(
              by,
              viewer,
              event("interaction_failed")
                  .put("interaction_id", id.toString())
                  .put("channel_id", channel.id().toString()));
      case Happening.ModalOpened(var id, var by, var modal) ->
          own(
              by,
              viewer,
              event("modal_opened").put("interaction_id", id.toString()).set("modal", modal));
      case Happening.BotPresence(var online, var activity) ->
          Optional.of(event("bot_presence").put("online", online).put("activity", activity));
      case Happening.CommandsChanged _ -> Optional.of(event("commands_changed"));
      case Happening.InteractionRaised _, Happening.PinsChanged _ -> Optional.empty();
    };
  }

  private Optional<ObjectNode> message(String type, Message message, Member viewer) {
    return about(type, message, viewer)
        .map(event -> event.set("message", views.message(message, viewer)));
  }

  private Optional<ObjectNode> reaction(
      String type, Message message, Member viewer, @Nullable Member by, @Nullable Emoji emoji) {
    Optional<ObjectNode> event = about(type, message, viewer);
    event.ifPresent(node -> {
      node.put("user_id", by == null ? null : by.id().toString())
          .put("emoji", emoji == null ? null : emoji.name());
      node.set("reactions", views.reactions(message, viewer));
    });
    return event;
  }

  private Optional<ObjectNode> typing(Channel channel, Member member, Member viewer) {
    return views.sees(viewer, channel)
        ? Optional.of(
            event("typing")
                .put("channel_id", channel.id().toString())
                .put("user_id", member.id().toString()))
        : Optional.empty();
  }

  private Optional<ObjectNode> about(String type, Message message, Member viewer) {
    return views.isVisible(message, viewer)
        ? Optional.of(
            event(type)
                .put("channel_id", message.channel().id().toString())
                .put("message_id", message.id().toString()))
        : Optional.empty();
  }

  private static Optional<ObjectNode> own(Member by, Member viewer, ObjectNode event) {
    return by.equals(viewer) ? Optional.of(event) : Optional.empty();
  }

  private static ObjectNode event(String type) {
    return Json.object().put("type", type);
  }

  private static @Nullable String text(@Nullable Object id) {
    return id == null ? null : id.toString();
  }
}
