package pairdesk.sandbox.wire.discord.world;

/** The message flags that this server acts on. */
public final class MessageFlags {
  public static final int SUPPRESS_EMBEDS = 1 << 2;
  public static final int EPHEMERAL = 1 << 6;
  public static final int LOADING = 1 << 7;
  public static final int SUPPRESS_NOTIFICATIONS = 1 << 12;
  public static final int COMPONENTS_V2 = 1 << 15;

  private MessageFlags() {}
}
