package pairdesk.venues.kalshi;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pairdesk.venues.kalshi.KalshiWire.Mark;

/**
 * The numbers of one connection's subscriptions: each counts up by one from 1, over all its markets
 * and all kinds of messages.
 */
final class KalshiSequence {
  private final Map<Long, Long> last = new HashMap<>();

  /** What a message's number means. */
  enum Step {
    NEXT,
    /** Seen before: must be ignored. */
    REPEATED,
    /** Something before it is missing. */
    GAP
  }

  /** Looks at a number and takes it as the latest. Unnumbered messages are always next. */
  Step step(@Nullable Mark mark) {
    if (mark == null) {
      return Step.NEXT;
    }
    long before = last.getOrDefault(mark.sid(), 0L);
    if (mark.seq() <= before) {
      return Step.REPEATED;
    }
    last.put(mark.sid(), mark.seq());
    return mark.seq() == before + 1 ? Step.NEXT : Step.GAP;
  }

  /** A new connection counts from the start. */
  void restart() {
    last.clear();
  }
}
