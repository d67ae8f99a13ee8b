package pairdesk.venues.kalshi;

import org.jspecify.annotations.Nullable;

/** The tickers seen so far, so that a frame's ticker needs no text of its own. */
final class KalshiTickers {
  private static final int SLOTS = 1 << 14;

  private final @Nullable String[] known = new String[SLOTS];

  /** The text between the two places: the one that was handed out before, where there is one. */
  String canonical(String frame, int from, int to) {
    int slot = hash(frame, from, to) & (SLOTS - 1);
    String there = known[slot];
    if (there != null && there.length() == to - from && frame.startsWith(there, from)) {
      return there;
    }
    String made = frame.substring(from, to);
    known[slot] = made;
    return made;
  }

  private static int hash(String frame, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + frame.charAt(i);
    }
    return hash ^ (hash >>> 15);
  }
}
