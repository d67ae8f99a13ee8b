package pairdesk.matching.text;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates in words: "by Dec 31", "before August", "in 2025", "this year", "2025-26". A date
 * without a year takes the year that brings it nearest to the listing's close.
 */
final class DateReader {
  private static final Set<String> START = Set.of("after", "since", "from", "between");

  private final List<Word> words;
  private final DayReader days;
  private final int thisYear;
  private final BitSet taken;
  private final List<Window> windows = new ArrayList<>();
  private final TreeSet<Integer> editions = new TreeSet<>();

  /** What a text says about time. */
  record Found(List<Window> windows, Set<Integer> editions) {}

  private DateReader(List<Word> words, ListingDates dates, BitSet taken) {
    this.words = words;
    this.days = new DayReader(words, dates.near());
    this.thisYear = dates.thisYear();
    this.taken = taken;
  }

  /** Marks the words that it used in {@code taken}. */
  static Found read(List<Word> words, ListingDates dates, BitSet taken) {
    DateReader reader = new DateReader(words, dates, taken);
    for (int at = 0; at < words.size(); at++) {
      at = Math.max(at, reader.readAt(at) - 1);
    }
    return new Found(List.copyOf(reader.windows), Set.copyOf(reader.editions));
  }

  /** The last day of the first date that names its year; null when none does. */
  static @Nullable LocalDate firstSpeltOut(List<Word> words, ListingDates dates) {
    return read(words, dates, new BitSet()).windows().stream()
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
    Optional<DayReader.Day> day = days.dayAt(at);
    if (day.isPresent()) {
      return addDay(at, day.get());
    }
    if (days.isText(at, "this") && days.isText(at + 1, "year")) {
      return add(at, at + 2, new Window(Window.Mode.WITHIN, endOf(thisYear), headline()));
    }
    if (days.isText(at, "year") && days.isText(at + 1, "end")) {
      return add(at, at + 2, new Window(Window.Mode.ON, endOf(thisYear), headline()));
    }
    if (days.isText(at, "first") && days.isText(at + 1, "100") && days.isText(at + 2, "day")) {
      LocalDate hundredth = LocalDate.of(thisYear, Month.APRIL, 29);
      return add(at, at + 3, new Window(Window.Mode.BY, hundredth, headline()));
    }
    return days.yearAt(at) > 0 ? addYear(at) : at;
  }

  private int addDay(int at, DayReader.Day day) {
    String before = days.wordBefore(at);
    if (START.contains(before)) {
      return consume(at, day.to());
    }
    LocalDate date = day.date();
    Window.Mode mode = Window.Mode.ON;
    if (DayReader.EXCLUSIVE.contains(before)) {
      mode = Window.Mode.BY;
      date = isToTheMinute(day.to()) ? date : date.minusDays(1);
    } else {
      if (day.wholeMonth()) {
        date = YearMonth.from(date).atEndOfMonth();
        mode = Window.Mode.WITHIN;
      }
      if (DayReader.INCLUSIVE.contains(before) || (before.equals("and") && hasBetween(at))) {
        mode = Window.Mode.BY;
      }
    }
    return add(at, day.to(), new Window(mode, date, headline()));
  }

  /** "Before December 31, 11:59 PM" takes in that day. */
  private boolean isToTheMinute(int at) {
    return days.isText(at, "11") && days.isText(at + 1, "59");
  }

  private int addYear(int at) {
    int year = days.yearAt(at);
    String before = days.wordBefore(at);
    if (days.isText(at + 1, "-") && days.isNumber(at + 2)) {
      editions.add(year);
      editions.add(year + 1);
      return consume(at, at + 3);
    }
    if (before.equals("before")) {
      return add(at, at + 1, new Window(Window.Mode.BY, endOf(year - 1), headline()));
    }
    if (DayReader.INCLUSIVE.contains(before)) {
      // "By 2027" is written for either end of that year's first and last day.
      windows.add(new Window(Window.Mode.BY, endOf(year), headline()));
      return add(at, at + 1, new Window(Window.Mode.BY, endOf(year - 1), headline()));
    }
    if (DayReader.WITHIN.contains(before)) {
      boolean end =
          before.equals("of") && days.wordBefore(at - 1).equals("end") && !isDeadline(at - 2);
      Window.Mode mode = end ? Window.Mode.ON : Window.Mode.WITHIN;
      editions.add(year);
      return add(at, at + 1, new Window(mode, endOf(year), headline()));
    }
    editions.add(year);
    return consume(at, at + 1);
  }

  /** "By the end of 2026". */
  private boolean isDeadline(int end) {
    String before = days.wordBefore(end);
    return DayReader.INCLUSIVE.contains(before) || DayReader.EXCLUSIVE.contains(before);
  }

  private boolean hasBetween(int at) {
    for (int back = at - 1; back >= Math.max(0, at - 8); back--) {
      if (words.get(back).text().equals("between")) {
        return true;
      }
    }
    return false;
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
