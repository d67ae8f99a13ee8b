package pairdesk.matching.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pairdesk.matching.text.Window.Mode;

class DateReaderTest {
  private static final ListingDates AROUND = new ListingDates(LocalDate.of(2025, 11, 29), 2025);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resigns by Dec 31, 2025            | BY     | 2025-12-31",
        "resigns before Jan 1, 2026         | BY     | 2025-12-31",
        "resigns before 2026                | BY     | 2025-12-31",
        "resigns before August              | BY     | 2025-07-31",
        "resigns in 2025                    | WITHIN | 2025-12-31",
        "resigns this year                  | WITHIN | 2025-12-31",
        "Best model at year end             | ON     | 2025-12-31",
        "Best model at the end of 2026      | ON     | 2026-12-31",
        "pardoned by the end of 2026        | WITHIN | 2026-12-31",
        "rain in August 2025                | WITHIN | 2025-08-31",
        "above 100 on 14 February 2025      | ON     | 2025-02-14",
        "plays on 2026-01-11                | ON     | 2026-01-11",
        "opens between Feb 1 and Feb 28     | BY     | 2026-02-28",
        "opens after Dec 9, 2025 and before Jan 1, 2027 | BY | 2026-12-31",
        "in his first 100 days              | BY     | 2025-04-29",
      })
  void readsWhenAQuestionIsDecided(String text, Mode mode, LocalDate last) {
    List<Window> windows = read(text).windows();
    assertEquals(List.of(new Window(mode, last, Window.Origin.HEADLINE)), windows);
  }

  @Test
  void readsByAYearEitherWay() {
    List<LocalDate> days = read("moves by 2027").windows().stream().map(Window::last).toList();
    assertEquals(List.of(LocalDate.of(2027, 12, 31), LocalDate.of(2026, 12, 31)), days);
  }

  @Test
  void takesASeasonForAnEditionAndNotForADate() {
    DateReader.Found found = read("win the 2025–26 league");
    assertEquals(List.of(), found.windows());
    assertEquals(Set.of(2025, 2026), found.editions());
  }

  @Test
  void leavesATitleThatLooksLikeADateAlone() {
    assertEquals(List.of(), read("Will September 5 win Best Picture").windows());
  }

  @Test
  void readsNoDateFromAMonthThatIsAVerb() {
    assertEquals(List.of(), read("It may rain, they march on").windows());
  }

  private static DateReader.Found read(String text) {
    return DateReader.read(Words.split(text), AROUND, new BitSet());
  }
}
