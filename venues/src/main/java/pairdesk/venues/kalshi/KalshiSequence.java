package pairdesk.venues.kalshi;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import pairdesk.venues.kalshi.KalshiWire.Mark;
import pairdesk.venues.net.VenueException;

/**
 * The numbers of one connection's subscriptions: each counts up by one from 1, over all its markets
 * and all kinds of messages.
 */
final class KalshiSequence {
  private static final int MOST = 100_000;

  private long[] last = new long[16];

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
    return mark == null ? Step.NEXT : step(mark.sid(), mark.seq());
  }

  /**
   * The same.
   *
   * @throws VenueException when there are more subscriptions than anyone makes
   */
  Step step(long sid, long seq) {
    if (sid < 0 || sid > MOST) {
      throw new VenueException("subscription " + sid);
    }
    int at = (int) sid;
    if (at >= last.length) {
      last = Arrays.copyOf(last, Math.max(at + 1, 2 * last.length));
    }
    long before = last[at];
    if (seq <= before) {
      return Step.REPEATED;
    }
    last[at] = seq;
    return seq == before + 1 ? Step.NEXT : Step.GAP;
  }

  /** A new connection counts from the start. */
  void restart() {
    Arrays.fill(last, 0);
  }
}
