package pairdesk.matching.review;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time of day in rules: "5 PM EST", "noon ET", "12:00 UTC". Without a zone it is New York's, as
 * both venues mean it.
 *
 * @param words as written, in one spelling
 */
record Hour(LocalTime time, ZoneId zone, String words) {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);
  private static final String ZONES = "ET|EST|EDT|CT|CST|CDT|PT|PST|PDT|UTC|GMT";

  private static final Pattern HOUR =
      Pattern.compile(
          "(?i)\\b(?:(noon|midnight)|(\\d{1,2})(?::(\\d{2}))?\\s*([ap])\\.?m\\.?"
              + "|(\\d{1,2}):(\\d{2})(?=\\s*\\(?(?:"
              + ZONES
              + ")\\b))\\s*\\(?("
              + ZONES
              + ")?\\b");

  /** The clock of a place has a summer and a winter name; which holds follows from the date. */
  private static final Map<Character, Zone> PLACES =
      Map.of(
          'E', new Zone("ET", NEW_YORK),
          'C', new Zone("CT", ZoneId.of("America/Chicago")),
          'P', new Zone("PT", ZoneId.of("America/Los_Angeles")),
          'U', new Zone("UTC", ZoneOffset.UTC),
          'G', new Zone("UTC", ZoneOffset.UTC));

  private record Zone(String name, ZoneId id) {}

  /** Of a span the end: "between January 9, 1:00 PM ET and December 31, 11:59 PM ET". */
  static Optional<Hour> lastIn(String text) {
    Matcher hour = HOUR.matcher(text);
    Optional<Hour> last = Optional.empty();
    while (hour.find()) {
      LocalTime time = time(hour);
      last = time == null ? last : Optional.of(of(time, hour.group(7)));
    }
    return last;
  }

  private static @Nullable LocalTime time(Matcher hour) {
    if (hour.group(1) != null) {
      return hour.group(1).equalsIgnoreCase("noon") ? LocalTime.NOON : LocalTime.MIDNIGHT;
    }
    boolean halves = hour.group(2) != null;
    int hours = Integer.parseInt(halves ? hour.group(2) : hour.group(5));
    String written = halves ? hour.group(3) : hour.group(6);
    int minutes = written == null ? 0 : Integer.parseInt(written);
    if (hours > (halves ? 12 : 23) || minutes > 59) {
      return null;
    }
    boolean afternoon = halves && hour.group(4).equalsIgnoreCase("p");
    return LocalTime.of(halves ? hours % 12 + (afternoon ? 12 : 0) : hours, minutes);
  }

  private static Hour of(LocalTime time, @Nullable String named) {
    Zone zone = named == null ? null : PLACES.get(named.toUpperCase(Locale.ROOT).charAt(0));
    int half = time.getHour() % 12;
    String words =
        "%d:%02d %s"
            .formatted(half == 0 ? 12 : half, time.getMinute(), time.getHour() < 12 ? "am" : "pm");
    return zone == null
        ? new Hour(time, NEW_YORK, words)
        : new Hour(time, zone.id(), words + " " + zone.name());
  }

  /**
   * "11:59 PM", and "before January 1, 12:00 AM", which names the end of the day before: that is
   * the last day that counts.
   */
  boolean endsTheDay() {
    return zone.equals(NEW_YORK) && (time.equals(LAST_MINUTE) || time.equals(LocalTime.MIDNIGHT));
  }

  /** The moment on that day, in a form that can be compared. */
  String on(LocalDate day) {
    return day.atTime(time).atZone(zone).toInstant().toString();
  }
}
