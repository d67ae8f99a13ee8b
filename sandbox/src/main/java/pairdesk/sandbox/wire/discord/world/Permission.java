package pairdesk.sandbox.wire.discord.world;

/** The permission bits that this server looks at; numbers as in Discord's permission table. */
public enum Permission {
  ADMINISTRATOR(3),
  MANAGE_GUILD(5),
  ADD_REACTIONS(6),
  VIEW_CHANNEL(10),
  SEND_MESSAGES(11),
  MANAGE_MESSAGES(13),
  EMBED_LINKS(14),
  ATTACH_FILES(15),
  READ_MESSAGE_HISTORY(16),
  MENTION_EVERYONE(17),
  USE_APPLICATION_COMMANDS(31),
  PIN_MESSAGES(51);

  /** Every bit that this server knows. */
  public static final long ALL = bits(values());

  private final int position;

  Permission(int position) {
    this.position = position;
  }

  public long bit() {
    return 1L << position;
  }

  public static long bits(Permission... permissions) {
    long bits = 0;
    for (Permission permission : permissions) {
      bits |= permission.bit();
    }
    return bits;
  }
}
