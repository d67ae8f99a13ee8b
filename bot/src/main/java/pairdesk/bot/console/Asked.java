package pairdesk.bot.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import pairdesk.bot.access.Caller;

/**
 * A question put to one person, for one minute. Who and until when stand in the ids of its buttons,
 * so that it ends in time whatever is restarted meanwhile.
 *
 * @param until its end, in whole seconds
 */
public record Asked(String userId, Instant until) {
  /** How long somebody may think about it. */
  public static final Duration LIFE = Duration.ofSeconds(60);

  private static final int RADIX = 36;
  private static final int OURS = 2;

  /** Put to this person now. */
  public static Asked of(Caller caller, Instant now) {
    return new Asked(caller.userId(), Instant.ofEpochSecond(now.plus(LIFE).getEpochSecond()));
  }

  /** A button of this question. */
  public ButtonId id(String action, Object... what) {
    var arguments =
        Stream.concat(
            Stream.of(userId, Long.toString(until.getEpochSecond(), RADIX)), Stream.of(what));
    return ButtonId.of(action, arguments.toArray());
  }

  /** Whether it was this person whom the button was shown to. */
  static boolean isPutTo(Caller caller, ButtonId id) {
    return id.arguments().size() >= OURS && id.arguments().getFirst().equals(caller.userId());
  }

  /** Whether the question has ended. A button that says no time of ours has ended long ago. */
  public static boolean isOver(ButtonId id, Instant now) {
    if (id.arguments().size() < OURS || !id.arguments().get(1).matches("[0-9a-z]{1,11}")) {
      return true;
    }
    return now.getEpochSecond() > Long.parseLong(id.arguments().get(1), RADIX);
  }

  /** What the button stands for, without whom and when. */
  public static List<String> what(ButtonId id) {
    return id.arguments().subList(Math.min(OURS, id.arguments().size()), id.arguments().size());
  }
}
