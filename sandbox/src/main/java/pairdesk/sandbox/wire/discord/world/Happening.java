package pairdesk.sandbox.wire.discord.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;

/** Something that happened in the guild and that the bot, people or both are told. */
public sealed interface Happening {

  record MessageCreated(Message message) implements Happening {}

  record MessageUpdated(Message message) implements Happening {}

  record MessageDeleted(Message message) implements Happening {}

  record ReactionAdded(Message message, Member by, Emoji emoji) implements Happening {}

  record ReactionRemoved(Message message, Member by, Emoji emoji) implements Happening {}

  /** All reactions of one emoji are gone, or all of every emoji when it is null. */
  record ReactionsCleared(Message message, @Nullable Emoji emoji) implements Happening {}

  record PinsChanged(Channel channel) implements Happening {}

  record TypingStarted(Channel channel, Member member) implements Happening {}

  /**
   * For the bot: someone used a command, a button, a select or a modal; the payload is
   * INTERACTION_CREATE's.
   */
  record InteractionRaised(ObjectNode payload) implements Happening {}

  /** For the one who caused it: the interaction was acknowledged, perhaps by a message. */
  record InteractionAnswered(Snowflake interactionId, Member by, @Nullable Snowflake messageId)
      implements Happening {}

  /** For the one who caused it: nobody answered in time. */
  record InteractionFailed(Snowflake interactionId, Member by, Channel channel)
      implements Happening {}

  /** For the one who caused it: the bot asks to fill in a form. */
  record ModalOpened(Snowflake interactionId, Member by, ObjectNode modal) implements Happening {}

  /** For people: the bot came, went, or changed the text beside its name. */
  record BotPresence(boolean online, String activity) implements Happening {}

  /** For people: the set of registered commands is another one. */
  record CommandsChanged() implements Happening {}
}
