package pairdesk.matching.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Recognises days and months among words; what they mean is {@link DateReader}'s matter. */
final class DayReader {
  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("jan", 1),
          Map.entry("january", 1),
          Map.entry("feb", 2),
          Map.entry("february", 2),
          Map.entry("mar", 3),
          Map.entry("march", 3),
          Map.entry("apr", 4),
          Map.entry("april", 4),
          Map.entry("may", 5),
          Map.entry("jun", 6),
          Map.entry("june", 6),
          Map.entry("jul", 7),
          Map.entry("july", 7),
          Map.entry("aug", 8),
          Map.entry("august", 8),
          Map.entry("sep", 9),
          Map.entry("sept", 9),
          Map.entry("september", 9),
          Map.entry("oct", 10),
          Map.entry("october", 10),
          Map.entry("nov", 11),
          Map.entry("november", 11),
          Map.entry("dec", 12),
          Map.entry("december", 12));
  static final Set<String> EXCLUSIVE = Set.of("before");
  static final Set<String> INCLUSIVE = Set.of("by", "until", "through");
  static final Set<String> WITHIN = Set.of("in", "during", "for", "of");

  /** Questions look ahead: of two years about equally near, the later one is meant. */
  private static final int FORWARD = 90;

  private final List<Word> words;
  private final LocalDate near;

  /**
   * A day in the text.
   *
   * @param to the first word after it
   * @param wholeMonth only the month was named; the day is its first
   */
  record Day(LocalDate date, int to, boolean wholeMonth) {}

  DayReader(List<Word> words, LocalDate near) {
    this.words = words;
    this.near = near;
  }

  /**
   * "Dec 31, 2025", "31 December", "2026-05-16", "Aug 2025", or a month alone after a preposition.
   */
  Optional<Day> dayAt(int at) {
    Integer month = at < words.size() ? MONTHS.get(words.get(at).text()) : null;
    if (month != null && words.get(at).capital()) {
      return monthFirst(at, month);
    }
    int year = yearAt(at);
    if (year > 0 && isText(at + 1, "-") && isText(at + 3, "-")) {
      return day(year, number(at + 2), number(at + 4), at + 5);
    }
    Integer after = at + 1 < words.size() ? MONTHS.get(words.get(at + 1).text()) : null;
    if (after != null && words.get(at + 1).capital() && isDayNumber(at)) {
      int stated = yearAt(at + 2);
      return stated > 0
          ? day(stated, after, number(at), at + 3)
          : nearest(after, number(at), at + 2);
    }
    return Optional.empty();
  }

  private Optional<Day> monthFirst(int at, int month) {
    if (isDayNumber(at + 1) && !isText(at + 2, "%")) {
      int year = yearAt(at + 2);
      if (year > 0) {
        return day(year, month, number(at + 1), at + 3);
      }
      boolean title = wordBefore(at).equals("will") || isText(at + 2, "win");
      return title ? Optional.empty() : nearest(month, number(at + 1), at + 2);
    }
    int year = yearAt(at + 1);
    if (year > 0) {
      return day(year, month, 1, at + 2).map(day -> new Day(day.date(), day.to(), true));
    }
    String before = wordBefore(at);
    boolean alone =
        EXCLUSIVE.contains(before) || INCLUSIVE.contains(before) || WITHIN.contains(before);
    return alone
        ? nearest(month, 1, at + 1).map(day -> new Day(day.date(), day.to(), true))
        : Optional.empty();
  }

  private Optional<Day> nearest(int month, int day, int to) {
    return Optional.<Day>empty()
        .or(() -> day(near.getYear(), month, day, to))
        .map(found -> {
          LocalDate date = found.date();
          LocalDate earlier = date.minusYears(1);
          LocalDate later = date.plusYears(1);
          LocalDate best = distance(earlier) + FORWARD < distance(date) ? earlier : date;
          return new Day(distance(later) - FORWARD < distance(best) ? later : best, to, false);
        });
  }

  private long distance(LocalDate date) {
    return Math.abs(date.toEpochDay() - near.toEpochDay());
  }

  private static Optional<Day> day(int year, int month, int day, int to) {
    try {
      return Optional.of(new Day(LocalDate.of(year, month, day), to, false));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  /** The word before, articles left out; empty at the beginning. */
  String wordBefore(int at) {
    int back = at - 1;
    while (back >= 0
        && (words.get(back).text().equals("the") || words.get(back).text().equals("end"))) {
      if (words.get(back).text().equals("end")) {
        return "end";
      }
      back--;
    }
    return back < 0 ? "" : words.get(back).text();
  }

  /** A year of four digits; -1 where there is none. */
  int yearAt(int at) {
    int value = number(at);
    return value >= 2015 && value <= 2060 && words.get(at).text().length() == 4 ? value : -1;
  }

  private boolean isDayNumber(int at) {
    int value = number(at);
    return value >= 1 && value <= 31;
  }

  boolean isNumber(int at) {
    return number(at) >= 0;
  }

  private int number(int at) {
    if (at < 0 || at >= words.size()) {
      return -1;
    }
    String text = words.get(at).text();
    int digits = isOrdinal(text) ? text.length() - 2 : text.length();
    if (digits < 1 || digits > 4) {
      return -1;
    }
    int value = 0;
    for (int place = 0; place < digits; place++) {
      int digit = text.charAt(place) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = 10 * value + digit;
    }
    return value;
  }

  private static boolean isOrdinal(String text) {
    return text.endsWith("st") || text.endsWith("nd") || text.endsWith("rd") || text.endsWith("th");
  }

  boolean isText(int at, String text) {
    return at >= 0 && at < words.size() && words.get(at).text().equals(text);
  }
}
