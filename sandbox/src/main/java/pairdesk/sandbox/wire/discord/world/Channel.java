package pairdesk.sandbox.wire.discord.world;

import java.util.Map;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;

/** A text channel with what it allows or denies to roles beyond their own permissions. */
public record Channel(
    Snowflake id, String name, String topic, int position, Map<Snowflake, Overwrite> overwrites) {

  /** Permission bits given and taken in one channel. */
  public record Overwrite(long allow, long deny) {}

  public Channel {
    overwrites = Map.copyOf(overwrites);
  }
}
