package pairdesk.sandbox.wire.discord.gateway;

/** Which events a session has asked for; bit numbers from Discord's gateway documentation. */
public record Intents(long bits) {
  static final int GUILDS = 0;
  static final int GUILD_MEMBERS = 1;
  static final int GUILD_PRESENCES = 8;
  static final int GUILD_MESSAGES = 9;
  static final int GUILD_MESSAGE_REACTIONS = 10;
  static final int GUILD_MESSAGE_TYPING = 11;
  static final int MESSAGE_CONTENT = 15;

  private static final long PRIVILEGED =
      1L << GUILD_MEMBERS | 1L << GUILD_PRESENCES | 1L << MESSAGE_CONTENT;
  private static final long KNOWN = (1L << 26) - 1;

  /** The bit of reading what others write, to be granted in {@code BotGrants.privilegedIntents}. */
  public static final long MESSAGE_CONTENT_BIT = 1L << MESSAGE_CONTENT;

  boolean has(int position) {
    return (bits & 1L << position) != 0;
  }

  boolean isKnown() {
    return (bits & ~KNOWN) == 0;
  }

  /** Whether every privileged intent in here was granted to the application. */
  boolean isGranted(long granted) {
    return (bits & PRIVILEGED & ~granted) == 0;
  }
}
