package pairdesk.bot.discord;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** Tells the same event when Discord sends it again: what a person did once is done once. */
final class Once {
  /** More than Discord repeats after a lost connection. */
  private static final int REMEMBERED = 5_000;

  private final SequencedSet<String> seen = new LinkedHashSet<>();

  synchronized boolean isFirst(String event) {
    if (!seen.add(event)) {
      return false;
    }
    if (seen.size() > REMEMBERED) {
      seen.removeFirst();
    }
    return true;
  }
}
