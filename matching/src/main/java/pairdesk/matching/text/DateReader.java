package pairdesk.matching.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates in words: "by Dec 31", "before August", "in 2025", "this year", "2025-26". A date
 * without a year takes the year that brings it nearest to the listing's close.
 */
final class DateReader {
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
  private static final Set<String> EXCLUSIVE = Set.of("before");
  private static final Set<String> INCLUSIVE = Set.of("by", "until", "through");
  private static final Set<String> WITHIN = Set.of("in", "during", "for", "of");
  private static final Set<String> START = Set.of("after", "since", "from");

  /** Questions look ahead: of two years about equally near, the later one is meant. */
  private static final int FORWARD = 60;

  private final List<Word> words;
  private final LocalDate near;
  private final BitSet taken;
  private final List<Window> windows = new ArrayList<>();
  private final TreeSet<Integer> editions = new TreeSet<>();

  /** What a text says about time. */
  record Found(List<Window> windows, Set<Integer> editions) {}

  private record Day(LocalDate date, int to, boolean wholeMonth) {}

  private DateReader(List<Word> words, LocalDate near, BitSet taken) {
    this.words = words;
    this.near = near;
    this.taken = taken;
  }

  /** Marks the words that it used in {@code taken}. */
  static Found read(List<Word> words, LocalDate near, BitSet taken) {
    DateReader reader = new DateReader(words, near, taken);
    for (int at = 0; at < words.size(); at++) {
      at = Math.max(at, reader.readAt(at) - 1);
    }
    return new Found(List.copyOf(reader.windows), Set.copyOf(reader.editions));
  }

  /** The last day of the first date that names its year; null when none does. */
  static @Nullable LocalDate firstSpeltOut(List<Word> words, LocalDate near) {
    return read(words, near, new BitSet()).windows().stream()
        .filter(window -> window.mode() != Window.Mode.WITHIN)
        .map(Window::last)
        .filter(day -> words.stream().anyMatch(word -> names(word, day.plusDays(1))))
        .findFirst()
        .orElse(null);
  }

  private static boolean names(Word word, LocalDate day) {
    return word.text().equals(Integer.toString(day.getYear()))
        || word.text().equals(Integer.toString(day.minusDays(1).getYear()));
  }

  private int readAt(int at) {
    Optional<Day> day = dayAt(at);
    if (day.isPresent()) {
      return addDay(at, day.get());
    }
    if (isText(at, "this") && isText(at + 1, "year")) {
      return add(at, at + 2, new Window(Window.Mode.WITHIN, endOf(near.getYear()), headline()));
    }
    if (isText(at, "year") && isText(at + 1, "end")) {
      return add(at, at + 2, new Window(Window.Mode.ON, endOf(near.getYear()), headline()));
    }
    if (isText(at, "first") && isText(at + 1, "100") && isText(at + 2, "day")) {
      LocalDate hundredth = LocalDate.of(near.getYear(), Month.APRIL, 29);
      return add(at, at + 3, new Window(Window.Mode.BY, hundredth, headline()));
    }
    return yearAt(at) > 0 ? addYear(at) : at;
  }

  private int addDay(int at, Day day) {
    String before = wordBefore(at);
    if (START.contains(before)) {
      return consume(at, day.to());
    }
    LocalDate date = day.date();
    Window.Mode mode = Window.Mode.ON;
    if (EXCLUSIVE.contains(before)) {
      mode = Window.Mode.BY;
      date = date.minusDays(1);
    } else {
      if (day.wholeMonth()) {
        date = YearMonth.from(date).atEndOfMonth();
        mode = Window.Mode.WITHIN;
      }
      if (INCLUSIVE.contains(before) || (before.equals("and") && hasBetween(at))) {
        mode = Window.Mode.BY;
      }
    }
    return add(at, day.to(), new Window(mode, date, headline()));
  }

  private int addYear(int at) {
    int year = yearAt(at);
    String before = wordBefore(at);
    if (isText(at + 1, "-") && isNumber(at + 2)) {
      editions.add(year);
      editions.add(year + 1);
      return consume(at, at + 3);
    }
    if (before.equals("before")) {
      return add(at, at + 1, new Window(Window.Mode.BY, endOf(year - 1), headline()));
    }
    if (INCLUSIVE.contains(before)) {
      return add(at, at + 1, new Window(Window.Mode.BY, endOf(year), headline()));
    }
    if (WITHIN.contains(before)) {
      boolean end = before.equals("of") && wordBefore(at - 1).equals("end");
      Window.Mode mode = end ? Window.Mode.ON : Window.Mode.WITHIN;
      editions.add(year);
      return add(at, at + 1, new Window(mode, endOf(year), headline()));
    }
    editions.add(year);
    return consume(at, at + 1);
  }

  /**
   * "Dec 31, 2025", "31 December", "2026-05-16", "Aug 2025", or a month alone after a preposition.
   */
  private Optional<Day> dayAt(int at) {
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

  private boolean hasBetween(int at) {
    for (int back = at - 1; back >= Math.max(0, at - 8); back--) {
      if (words.get(back).text().equals("between")) {
        return true;
      }
    }
    return false;
  }

  private String wordBefore(int at) {
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

  private int yearAt(int at) {
    int value = number(at);
    return value >= 2015 && value <= 2060 && words.get(at).text().length() == 4 ? value : -1;
  }

  private boolean isDayNumber(int at) {
    int value = number(at);
    return value >= 1 && value <= 31;
  }

  private boolean isNumber(int at) {
    return number(at) >= 0;
  }

  private int number(int at) {
    if (at < 0 || at >= words.size()) {
      return -1;
    }
    String text = words.get(at).text().replaceFirst("(st|nd|rd|th)$", "");
    return text.length() <= 4 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Integer.parseInt(text)
        : -1;
  }

  private boolean isText(int at, String text) {
    return at >= 0 && at < words.size() && words.get(at).text().equals(text);
  }

  private int add(int from, int to, Window window) {
    windows.add(window);
    return consume(from, to);
  }

  private int consume(int from, int to) {
    taken.set(from, to);
    return to;
  }

  private static Window.Origin headline() {
    return Window.Origin.HEADLINE;
  }

  private static LocalDate endOf(int year) {
    return LocalDate.of(year, Month.DECEMBER, 31);
  }
}
