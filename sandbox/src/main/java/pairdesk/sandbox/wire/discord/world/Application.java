package pairdesk.sandbox.wire.discord.world;

import pairdesk.sandbox.wire.discord.protocol.Snowflake;

/**
 * The bot's application.
 *
 * @param permissions the bits of the bot's role, see {@link Permission}
 * @param privilegedIntents the bits of the privileged intents that it was granted, 0 for none
 */
public record Application(Snowflake id, String token, long permissions, long privilegedIntents) {
  private static final long MESSAGE_CONTENT_INTENT = 1L << 15;
  private static final int MESSAGE_CONTENT_LIMITED = 1 << 19;

  /** Discord's application flags, as far as they tell of granted intents. */
  public int flags() {
    return (privilegedIntents & MESSAGE_CONTENT_INTENT) == 0 ? 0 : MESSAGE_CONTENT_LIMITED;
  }

  @Override
  public String toString() {
    return "Application[id=" + id + ", token=***]";
  }
}
