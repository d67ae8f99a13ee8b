package pairdesk.bot.notify;

import java.util.Set;

/**
 * How a message is told.
 *
 * @param silent no sound on anybody's device
 * @param named ids of people who are called by it
 */
public record Loudness(boolean silent, Set<String> named) {
  public static final Loudness USUAL = new Loudness(false, Set.of());

  public Loudness {
    named = Set.copyOf(named);
  }
}
