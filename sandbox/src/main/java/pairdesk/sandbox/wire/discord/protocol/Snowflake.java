package pairdesk.sandbox.wire.discord.protocol;

import java.time.Instant;
import java.util.Optional;

/**
 * Discord's id: milliseconds since 2015 above 22 bits that tell ids of one millisecond apart.
 * Written as a decimal string on the wire, for example {@code 1508000000000000001}.
 */
public record Snowflake(long value) implements Comparable<Snowflake> {
  private static final long EPOCH_MILLIS = 1_420_070_400_000L;
  private static final int TIME_SHIFT = 22;

  public Snowflake {
    if (value < 0) {
      throw new IllegalArgumentException("snowflake must not be negative: " + value);
    }
  }

  /** The first id of the given moment. */
  public static Snowflake at(Instant moment) {
    return new Snowflake((moment.toEpochMilli() - EPOCH_MILLIS) << TIME_SHIFT);
  }

  /** Empty when the text is not a number of 63 bits; clients write 0 for "from the beginning". */
  public static Optional<Snowflake> parse(String text) {
    try {
      long value = Long.parseLong(text);
      return value >= 0 ? Optional.of(new Snowflake(value)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The moment that the id carries. */
  public Instant moment() {
    return Instant.ofEpochMilli((value >>> TIME_SHIFT) + EPOCH_MILLIS);
  }

  @Override
  public int compareTo(Snowflake other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
