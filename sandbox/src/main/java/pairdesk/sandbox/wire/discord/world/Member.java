package pairdesk.sandbox.wire.discord.world;

import java.util.Set;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;

/** A member of the guild: one of the people, or the bot. */
public record Member(
    Snowflake id, String name, String displayName, boolean bot, Set<Snowflake> roleIds) {
  public Member {
    roleIds = Set.copyOf(roleIds);
  }
}
