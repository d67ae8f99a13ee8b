package pairdesk.bot.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How long people wait for the first word: from the arrival of what they did until Discord has
 * taken our first answer to it, which must be within three seconds. Waits that fail are not among
 * them: they stand in the log.
 */
public final class AnswerTimes {
  /** Of so many the console tells how long they were. */
  private static final int REMEMBERED = 1_000;

  private final InstantSource clock;
  private final Sink sink;
  private final ArrayDeque<Duration> last = new ArrayDeque<>();

  /** What people do. */
  public enum Way {
    COMMAND,
    SUGGESTION,
    BUTTON,
    FORM;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Told of every wait; by any thread. */
  @FunctionalInterface
  public interface Sink {
    /**
     * @param what name of the command, or of what the button or form does
     */
    void answered(Way way, String what, Duration span);
  }

  public AnswerTimes(InstantSource clock, Sink sink) {
    this.clock = clock;
    this.sink = sink;
  }

  /** Something came; to be told when Discord has taken the answer, whatever that is. */
  Consumer<Object> begin(Way way, String what) {
    Instant began = clock.instant();
    return _ -> answered(way, what, Duration.between(began, clock.instant()));
  }

  private void answered(Way way, String what, Duration span) {
    synchronized (last) {
      last.addLast(span);
      if (last.size() > REMEMBERED) {
        last.removeFirst();
      }
    }
    sink.answered(way, what, span);
  }

  /** What 99 of 100 of the last thousand waits did not exceed; empty before the first. */
  public Optional<Duration> p99() {
    List<Duration> sorted;
    synchronized (last) {
      sorted = last.stream().sorted().toList();
    }
    return sorted.isEmpty()
        ? Optional.empty()
        : Optional.of(sorted.get(Math.ceilDiv(sorted.size() * 99, 100) - 1));
  }
}
