package pairdesk.bot.notify;

import java.util.Optional;
import pairdesk.bot.console.Answer;

/** Puts messages into a channel. Blocking; never throws for what the console's server does. */
public interface Messenger {

  /**
   * @return the message's id; empty when it could not be posted
   */
  Optional<String> post(String channel, Answer.Reply message, Loudness how);

  /** The same, told as usual. */
  default Optional<String> post(String channel, Answer.Reply message) {
    return post(channel, message, Loudness.USUAL);
  }

  /** Replaces a message; false when it could not be done. */
  boolean edit(String channel, String messageId, Answer.Reply message);

  /** Keeps a message where everybody finds it. */
  void pin(String channel, String messageId);

  /** Puts an emoji of ours on a message. */
  void react(String channel, String messageId, String emoji);
}
