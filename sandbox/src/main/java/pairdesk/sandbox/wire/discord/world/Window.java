package pairdesk.sandbox.wire.discord.world;

import java.util.List;
import java.util.NavigableMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;

/**
 * Which part of a channel's history is asked for: at most one of before and after, 1 to 100
 * messages.
 */
public record Window(int limit, @Nullable Snowflake before, @Nullable Snowflake after) {

  /** Newest first. */
  List<Message> of(NavigableMap<Snowflake, Message> messages, Predicate<Message> wanted) {
    NavigableMap<Snowflake, Message> part =
        before == null ? messages : messages.headMap(before, false);
    if (after == null) {
      return part.descendingMap().values().stream().filter(wanted).limit(limit).toList();
    }
    return part.tailMap(after, false).values().stream()
        .filter(wanted)
        .limit(limit)
        .toList()
        .reversed();
  }
}
