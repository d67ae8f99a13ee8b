package pairdesk.sandbox.wire.discord.world;

import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;

/**
 * Where a message comes from: an interaction, an answer to another message, a nonce of the sender;
 * all may be absent.
 */
public record Origin(
    @Nullable Invocation invocation, @Nullable Snowflake repliesTo, @Nullable String nonce) {
  /** Written by hand, so to say. */
  public static final Origin DIRECT = new Origin(null, null, null);

  /**
   * The interaction behind a message.
   *
   * @param type Discord's number of its type
   * @param commandName empty when it was no command
   * @param pressedAt the message whose component was used; null when none was
   * @param opener the interaction that opened the form; null when there was no form
   */
  public record Invocation(
      Snowflake interactionId,
      int type,
      Member by,
      String commandName,
      @Nullable Snowflake pressedAt,
      @Nullable Invocation opener) {}
}
