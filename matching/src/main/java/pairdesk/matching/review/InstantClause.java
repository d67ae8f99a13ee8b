package pairdesk.matching.review;

import java.util.Locale;
import java.util.Optional;
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
  private static final String END_OF_DAY = "end of day";

  @Override
  public Clause.Topic topic() {
    return Clause.Topic.INSTANT;
  }

  @Override
  public Optional<Stated> read(Proposition listing) {
    return listing.timing().window().map(window -> stated(window, listing));
  }

  private static Stated stated(Window window, Proposition listing) {
    String hour = hour(listing.listing().texts().title());
    if (hour.isEmpty()) {
      hour = hour(RulesText.condition(listing.listing().texts().rules()));
    }
    String shown = hour.isEmpty() ? END_OF_DAY : hour;
    String day = window.last() + " " + (hour.equals("11:59 pm ET") ? END_OF_DAY : shown);
    return new Stated(day, window.label() + (hour.isEmpty() ? "" : ", " + hour));
  }

  private static String hour(String text) {
    Matcher hour = HOUR.matcher(text);
    if (!hour.find()) {
      return "";
    }
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
