package pairdesk.sandbox.wire.discord.world;

import java.util.List;
import java.util.stream.Stream;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;

/** One emoji under a message and who chose it, in that order. */
public record Reaction(Emoji emoji, List<Snowflake> memberIds) {
  public Reaction {
    memberIds = List.copyOf(memberIds);
  }

  Reaction with(Snowflake memberId) {
    return new Reaction(emoji, Stream.concat(memberIds.stream(), Stream.of(memberId)).toList());
  }

  Reaction without(Snowflake memberId) {
    return new Reaction(emoji, memberIds.stream().filter(id -> !id.equals(memberId)).toList());
  }
}
