package pairdesk.matching.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.RulesText;
import pairdesk.matching.text.Window;

/** The last moment that counts. A last day without an hour is that day's end. */
record InstantClause() implements ClauseReader {
  private static final Pattern HOUR =
      Pattern.compile(
          "(?i)\\b(noon|midnight|(\\d{1,2})(?::(\\d{2}))?\\s*([ap])\\.?m\\.?)\\s*\\(?(ET|EST|EDT|UTC|GMT|CT|PT)?\\b");

  /**
   * "Before January 1, 12:00 AM" names the end of the day before, which is the last that counts.
   */
  private static final Set<String> END_OF_DAY =
      Set.of("11:59 pm ET", "11:59 pm", "12:00 am ET", "12:00 am", "midnight", "midnight ET");

  @Override
  public Clause.Topic topic() {
    return Clause.Topic.INSTANT;
  }

  /** The rules decide; the title where they name no day. */
  @Override
  public Optional<Stated> read(Proposition listing) {
    List<Window> ruled = listing.timing().ruled();
    return ruled.isEmpty()
        ? listing.timing().window().map(window -> stated(window, listing))
        : Optional.of(stated(ruled.getLast(), listing));
  }

  private static Stated stated(Window window, Proposition listing) {
    String hour = lastHour(RulesText.condition(listing.listing().texts().rules()));
    if (hour.isEmpty()) {
      hour = lastHour(listing.listing().texts().title());
    }
    boolean endOfDay = hour.isEmpty() || END_OF_DAY.contains(hour);
    return new Stated(
        window.last() + " " + (endOfDay ? "end of day" : hour),
        window.label() + (hour.isEmpty() ? "" : ", " + hour));
  }

  /** Of a span the end: "between January 9, 1:00 PM ET and December 31, 11:59 PM ET". */
  private static String lastHour(String text) {
    Matcher hour = HOUR.matcher(text);
    String last = "";
    while (hour.find()) {
      last = hour(hour);
    }
    return last;
  }

  private static String hour(Matcher hour) {
    String zone = hour.group(5) == null ? "" : zone(hour.group(5));
    if (hour.group(2) == null) {
      return (hour.group(1).toLowerCase(Locale.ROOT) + " " + zone).strip();
    }
    String minutes = hour.group(3) == null ? "00" : hour.group(3);
    String half = hour.group(4).toLowerCase(Locale.ROOT) + "m";
    return (Integer.parseInt(hour.group(2)) + ":" + minutes + " " + half + " " + zone).strip();
  }

  /** New York's zone has three names; which of them holds follows from the date. */
  private static String zone(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.equals("EST") || upper.equals("EDT") ? "ET" : upper;
  }
}
