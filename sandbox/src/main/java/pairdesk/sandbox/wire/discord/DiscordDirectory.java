package pairdesk.sandbox.wire.discord;

/**
 * The ids of the one guild: always the same, so that settings can be written before the server
 * runs.
 */
public final class DiscordDirectory {
  public static final long GUILD = 1100000000000000001L;
  public static final long APPLICATION = 1100000000000000201L;
  public static final long BOT = 1100000000000000201L;

  public static final long DESK_CHANNEL = 1100000000000000011L;
  public static final long AUDIT_CHANNEL = 1100000000000000012L;

  public static final long VIEWER_ROLE = 1100000000000000101L;
  public static final long OPERATOR_ROLE = 1100000000000000102L;
  public static final long ADMIN_ROLE = 1100000000000000103L;
  public static final long BOT_ROLE = 1100000000000000104L;

  public static final long VIEWER = 1100000000000000301L;
  public static final long OPERATOR = 1100000000000000302L;
  public static final long ADMIN = 1100000000000000303L;

  private DiscordDirectory() {}
}
