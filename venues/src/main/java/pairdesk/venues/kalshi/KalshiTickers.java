package pairdesk.venues.kalshi;

import org.jspecify.annotations.Nullable;

/** The tickers seen so far, so that a frame's ticker needs no text of its own. */
final class KalshiTickers {
  private static final int SLOTS = 1 << 14;
  private static final int[] POWERS = powers();

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

  /** As a polynomial, whose terms wait for nothing. */
  private static int hash(String frame, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash += frame.charAt(i) * POWERS[(i - from) & (POWERS.length - 1)];
    }
    return hash ^ (hash >>> 15);
  }

  private static int[] powers() {
    int[] powers = new int[64];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = 31 * powers[i - 1];
    }
    return powers;
  }
}
