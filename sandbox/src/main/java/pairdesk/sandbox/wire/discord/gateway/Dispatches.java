package pairdesk.sandbox.wire.discord.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.wire.discord.protocol.Json;
import pairdesk.sandbox.wire.discord.render.GuildJson;
import pairdesk.sandbox.wire.discord.render.MessageJson;
import pairdesk.sandbox.wire.discord.world.Channel;
import pairdesk.sandbox.wire.discord.world.Emoji;
import pairdesk.sandbox.wire.discord.world.Guild;
import pairdesk.sandbox.wire.discord.world.Happening;
import pairdesk.sandbox.wire.discord.world.Member;
import pairdesk.sandbox.wire.discord.world.Message;

/** Turns what happened into the bot's events, as far as its intents ask for them. */
final class Dispatches {
  private final Guild guild;
  private final GuildJson guildJson;
  private final MessageJson messageJson;

  Dispatches(Guild guild, MessageJson messageJson) {
    this.guild = guild;
    this.guildJson = new GuildJson(guild);
    this.messageJson = messageJson;
  }

  Optional<Dispatch> of(Happening happening, Intents intents) {
    return switch (happening) {
      case Happening.InteractionRaised(var payload) ->
          Optional.of(new Dispatch("INTERACTION_CREATE", payload));
      case Happening.MessageCreated(var message) -> message("MESSAGE_CREATE", message, intents);
      case Happening.MessageUpdated(var message) -> message("MESSAGE_UPDATE", message, intents);
      case Happening.MessageDeleted(var message) ->
          when(
              intents,
              Intents.GUILD_MESSAGES,
              message,
              "MESSAGE_DELETE",
              place(message.channel()).put("id", message.id().toString()));
      case Happening.ReactionAdded(var message, var by, var emoji) ->
          reactionAdded(message, by, emoji, intents);
      case Happening.ReactionRemoved(var message, var by, var emoji) ->
          reaction("MESSAGE_REACTION_REMOVE", message, emoji, intents, by);
      case Happening.ReactionsCleared(var message, var emoji) ->
          reactionsCleared(message, emoji, intents);
      case Happening.PinsChanged(var channel) ->
          intents.has(Intents.GUILDS)
              ? Optional.of(new Dispatch("CHANNEL_PINS_UPDATE", place(channel)))
              : Optional.empty();
      case Happening.TypingStarted(var channel, var member) -> typing(channel, member, intents);
      case Happening.InteractionAnswered _,
          Happening.InteractionFailed _,
          Happening.ModalOpened _,
          Happening.BotPresence _,
          Happening.CommandsChanged _ ->
          Optional.empty();
    };
  }

  private Optional<Dispatch> message(String name, Message message, Intents intents) {
    ObjectNode data =
        messageJson.message(message, guild.bot()).put("guild_id", guild.id().toString());
    if (!message.author().bot()) {
      data.set("member", memberWithoutUser(message.author()));
    }
    boolean readable =
        intents.has(Intents.MESSAGE_CONTENT)
            || message.author().equals(guild.bot())
            || message.content().mentions().contains(guild.bot().id());
    if (!readable) {
      data.put("content", "").putArray("embeds");
      data.putArray("components");
      data.putArray("attachments");
    }
    return when(intents, Intents.GUILD_MESSAGES, message, name, data);
  }

  private ObjectNode memberWithoutUser(Member member) {
    ObjectNode node = guildJson.member(member);
    node.remove("user");
    return node;
  }

  private Optional<Dispatch> reactionAdded(
      Message message, Member by, Emoji emoji, Intents intents) {
    Optional<Dispatch> dispatch = reaction("MESSAGE_REACTION_ADD", message, emoji, intents, by);
    dispatch.ifPresent(added -> {
      added.data().set("member", guildJson.member(by));
      added.data().put("message_author_id", message.author().id().toString());
    });
    return dispatch;
  }

  private Optional<Dispatch> reaction(
      String name, Message message, Emoji emoji, Intents intents, Member by) {
    ObjectNode data =
        at(message).put("user_id", by.id().toString()).put("burst", false).put("type", 0);
    data.set("emoji", MessageJson.emoji(emoji));
    return when(intents, Intents.GUILD_MESSAGE_REACTIONS, message, name, data);
  }

  private Optional<Dispatch> reactionsCleared(
      Message message, @Nullable Emoji emoji, Intents intents) {
    ObjectNode data = at(message);
    if (emoji == null) {
      return when(
          intents, Intents.GUILD_MESSAGE_REACTIONS, message, "MESSAGE_REACTION_REMOVE_ALL", data);
    }
    data.set("emoji", MessageJson.emoji(emoji));
    return when(
        intents, Intents.GUILD_MESSAGE_REACTIONS, message, "MESSAGE_REACTION_REMOVE_EMOJI", data);
  }

  private Optional<Dispatch> typing(Channel channel, Member member, Intents intents) {
    ObjectNode data = place(channel).put("user_id", member.id().toString());
    data.set("member", guildJson.member(member));
    return intents.has(Intents.GUILD_MESSAGE_TYPING)
        ? Optional.of(new Dispatch("TYPING_START", data))
        : Optional.empty();
  }

  /** Ephemeral messages live outside the channel: the bot gets no events about them. */
  private static Optional<Dispatch> when(
      Intents intents, int intent, Message about, String name, ObjectNode data) {
    return intents.has(intent) && !about.isEphemeral()
        ? Optional.of(new Dispatch(name, data))
        : Optional.empty();
  }

  private ObjectNode at(Message message) {
    return place(message.channel()).put("message_id", message.id().toString());
  }

  private ObjectNode place(Channel channel) {
    return Json.object()
        .put("channel_id", channel.id().toString())
        .put("guild_id", guild.id().toString());
  }
}
