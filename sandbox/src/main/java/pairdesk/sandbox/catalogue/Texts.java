package pairdesk.sandbox.catalogue;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code {variables}}; those of the closing day are given, the others are an entry's. */
final class Texts {
  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  private final Map<String, String> values = new HashMap<>();

  Texts(ZonedDateTime close, Family.Entry entry) {
    put("date", close, "MMM d, yyyy");
    put("longDate", close, "MMMM d, yyyy");
    put("nextDate", close.plusDays(1), "MMM d, yyyy");
    put("nextLongDate", close.plusDays(1), "MMMM d, yyyy");
    put("month", close, "MMMM");
    put("year", close, "yyyy");
    put("dayTag", close, "yyMMMdd");
    put("slugDate", close, "MMMM-d-yyyy");
    values.put("dayTag", value("dayTag").toUpperCase(Locale.ROOT));
    values.put("slugDate", value("slugDate").toLowerCase(Locale.ROOT));
    values.put("code", entry.code());
    values.putAll(entry.values());
  }

  private void put(String name, ZonedDateTime time, String pattern) {
    values.put(name, DateTimeFormatter.ofPattern(pattern, Locale.US).format(time));
  }

  String fill(String template) {
    return VARIABLE
        .matcher(template)
        .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
  }

  /** Lower case words joined by hyphens. */
  String slug(String template) {
    return fill(template)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("(^-)|(-$)", "");
  }

  private String value(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("no such variable in the catalogue: " + name);
    }
    return value;
  }
}
