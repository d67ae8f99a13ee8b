package pairdesk.sandbox.wire.discord.user;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import pairdesk.sandbox.wire.discord.protocol.Json;
import pairdesk.sandbox.wire.discord.render.MessageJson;
import pairdesk.sandbox.wire.discord.world.Channel;
import pairdesk.sandbox.wire.discord.world.Guild;
import pairdesk.sandbox.wire.discord.world.Happening;
import pairdesk.sandbox.wire.discord.world.Member;
import pairdesk.sandbox.wire.discord.world.Message;
import pairdesk.sandbox.wire.discord.world.Permission;
import pairdesk.sandbox.wire.discord.world.Role;

/** The guild and its messages as one person sees them. */
public final class Views {
  private final Guild guild;
  private final MessageJson messages;

  public Views(Guild guild, MessageJson messages) {
    this.guild = guild;
    this.messages = messages;
  }

  /**
   * Discord's message object, and whether it is for this person only and still being thought about.
   */
  ObjectNode message(Message message, Member viewer) {
    return messages
        .message(message, viewer)
        .put("ephemeral", message.isEphemeral())
        .put("loading", message.isLoading());
  }

  ArrayNode reactions(Message message, Member viewer) {
    return messages.reactions(message, viewer);
  }

  boolean isVisible(Message message, Member viewer) {
    return message.isVisibleTo(viewer) && sees(viewer, message.channel());
  }

  boolean sees(Member viewer, Channel channel) {
    return guild.allows(viewer, channel, Permission.VIEW_CHANNEL);
  }

  ArrayNode channels(Member viewer) {
    return Json.array(
        guild.channels().stream()
            .filter(channel -> sees(viewer, channel))
            .map(channel -> channel(channel, viewer))
            .toList());
  }

  private ObjectNode channel(Channel channel, Member viewer) {
    return Json.object()
        .put("id", channel.id().toString())
        .put("name", channel.name())
        .put("topic", channel.topic())
        .put("can_send", guild.allows(viewer, channel, Permission.SEND_MESSAGES))
        .put(
            "can_use_commands", guild.allows(viewer, channel, Permission.USE_APPLICATION_COMMANDS));
  }

  ObjectNode person(Member member) {
    ObjectNode node =
        Json.object()
            .put("id", member.id().toString())
            .put("name", member.name())
            .put("display_name", member.displayName())
            .put("bot", member.bot())
            .put("color", color(member));
    node.set("roles", Json.ids(member.roleIds()));
    return node;
  }

  ObjectNode guild(Member viewer, Happening.BotPresence bot) {
    ObjectNode node = Json.object().put("id", guild.id().toString()).put("name", guild.name());
    node.set("members", Json.array(guild.members().stream().map(this::person).toList()));
    node.set("roles", Json.array(guild.roles().stream().map(Views::role).toList()));
    node.set("channels", channels(viewer));
    node.putObject("bot").put("online", bot.online()).put("activity", bot.activity());
    return node;
  }

  private static ObjectNode role(Role role) {
    return Json.object()
        .put("id", role.id().toString())
        .put("name", role.name())
        .put("color", role.color());
  }

  private int color(Member member) {
    return guild.roles().stream()
        .filter(role -> member.roleIds().contains(role.id()) && role.color() != 0)
        .reduce((_, higher) -> higher)
        .map(Role::color)
        .orElse(0);
  }
}
