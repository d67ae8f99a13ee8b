package pairdesk.venues.net;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The venue's clock less ours, from the {@code Date} headers of its answers.
 *
 * <p>A header counts whole seconds, so one answer only bounds the offset: between the header's
 * second less the time of receipt and the end of that second less the time of sending. The bounds
 * of several answers intersect to a much narrower one. After a while, or when a new answer
 * contradicts them, the old ones are forgotten: clocks are set, and drift.
 */
final class ClockOffset {
  private static final Duration MEMORY = Duration.ofMinutes(2);

  private Duration low = Duration.ZERO;
  private Duration high = Duration.ZERO;
  private Instant since = Instant.MIN;

  /** Zero until something was observed. */
  synchronized Duration estimate() {
    return low.plus(high).dividedBy(2);
  }

  synchronized void observe(@Nullable String dateHeader, Instant sent, Instant received) {
    Instant second = parse(dateHeader);
    if (second == null) {
      return;
    }
    Duration least = Duration.between(received, second);
    Duration most = Duration.between(sent, second.plusSeconds(1));
    boolean fits = least.compareTo(high) <= 0 && most.compareTo(low) >= 0;
    if (!fits || received.isAfter(later(since))) {
      low = least;
      high = most;
      since = received;
    } else {
      low = least.compareTo(low) > 0 ? least : low;
      high = most.compareTo(high) < 0 ? most : high;
    }
  }

  private static Instant later(Instant since) {
    return since.equals(Instant.MIN) ? since : since.plus(MEMORY);
  }

  private static @Nullable Instant parse(@Nullable String header) {
    if (header == null) {
      return null;
    }
    try {
      return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header));
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
