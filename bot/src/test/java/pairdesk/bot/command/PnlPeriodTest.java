package pairdesk.bot.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.BadInput;
import pairdesk.bot.console.Input;

/** Days of UTC, as they are typed; it is half past midnight of the twentieth. */
class PnlPeriodTest {
  private static final Instant NOW = Instant.parse("2026-11-20T00:30:00Z");

  private static PnlPeriod of(String period, String from, String to) {
    var typed = new java.util.HashMap<String, String>(Map.of("period", period));
    typed.put("from", from == null ? "" : from);
    typed.put("to", to == null ? "" : to);
    var caller =
        new Caller("1", "vic", Set.of(), new Caller.Place("guild", "desk"), false, "event-1");
    return PnlPeriod.of(new Input(caller, Role.VIEWER, typed), NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "'', , , today, 2026-11-20, 2026-11-20",
    "7d, , , 7d, 2026-11-14, 2026-11-20",
    "30d, , , 30d, 2026-10-22, 2026-11-20",
    "all, , , all, 2016-11-20, 2026-11-20",
    "custom, 2026-11-01, 2026-11-03, 2026-11-01 – 2026-11-03 UTC, 2026-11-01, 2026-11-03",
    "'', 2026-11-20, , 2026-11-20 – 2026-11-20 UTC, 2026-11-20, 2026-11-20",
    "custom, 2024-02-29, 2024-02-29, 2024-02-29 – 2024-02-29 UTC, 2024-02-29, 2024-02-29",
  })
  void isWhatWasAskedFor(
      String period, String from, String to, String name, LocalDate first, LocalDate last) {
    assertEquals(new PnlPeriod(name, first, last), of(period, from, to));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "custom;;; `from` is missing: the first day of the period in UTC, for example 2026-11-14.",
        "custom;;2026-11-02; `from` is missing: the first day of the period in UTC, for example"
            + " 2026-11-14.",
        "7d;2026-11-01;; `from` and `to` belong to `period:custom`, not to `period:7d`: leave out"
            + " one or the other.",
        "custom;yesterday;; `from` cannot be yesterday: it wants a day of UTC, for example"
            + " 2026-11-20.",
        "custom;2026-02-30;; `from` cannot be 2026-02-30: it wants a day of UTC, for example"
            + " 2026-11-20.",
        "custom;2026-11-01;01.11.2026; `to` cannot be 01.11.2026: it wants a day of UTC, for"
            + " example 2026-11-20.",
        "custom;+999999-01-01;; `from` cannot be +999999-01-01: it wants a day of UTC, for example"
            + " 2026-11-20.",
        "custom;2026-11-21;; `from` cannot be 2026-11-21, which is in the future: today is"
            + " 2026-11-20 in UTC.",
        "custom;2026-11-01;2027-01-01; `to` cannot be 2027-01-01, which is in the future: today is"
            + " 2026-11-20 in UTC.",
        "custom;2026-11-05;2026-11-01; `to` (2026-11-01) lies before `from` (2026-11-05): put the"
            + " earlier day into `from`.",
      })
  void whatMakesNoPeriodIsNamedWithTheRemedy(String period, String from, String to, String why) {
    var bad = assertThrows(BadInput.class, () -> of(period, from, to));
    assertEquals(why, bad.getMessage());
  }

  @Test
  void bothItsDaysBelongToItAndNoMomentAfter() {
    PnlPeriod two = of("custom", "2026-11-18", "2026-11-19");
    assertEquals(Instant.parse("2026-11-18T00:00:00Z"), two.begin());
    assertEquals(Instant.parse("2026-11-20T00:00:00Z"), two.end());
    assertTrue(two.contains(LocalDate.of(2026, 11, 18)));
    assertTrue(two.contains(LocalDate.of(2026, 11, 19)));
    assertFalse(two.contains(LocalDate.of(2026, 11, 17)));
    assertFalse(two.contains(LocalDate.of(2026, 11, 20)));
  }
}
