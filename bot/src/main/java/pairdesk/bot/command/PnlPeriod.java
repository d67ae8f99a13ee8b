package pairdesk.bot.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import pairdesk.bot.console.BadInput;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Option;
import pairdesk.bot.render.Shown;

/**
 * Days of UTC that profit is told of.
 *
 * @param name as it is shown
 * @param last belongs to it
 */
record PnlPeriod(String name, LocalDate first, LocalDate last) {
  private static final String PERIOD = "period";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String CUSTOM = "custom";
  private static final int TYPED = 40;

  static Option period() {
    return Option.choice(
        PERIOD, "Which days, UTC (default: today)", "today", "7d", "30d", "all", CUSTOM);
  }

  static Option from() {
    return Option.text(FROM, "First day of a custom period, UTC: 2026-11-01");
  }

  static Option to() {
    return Option.text(TO, "Last day of a custom period, UTC (default: today)");
  }

  /**
   * What was asked for; days alone are a custom period.
   *
   * @throws BadInput when the days make no period
   */
  static PnlPeriod of(Input input, Instant now) {
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    boolean days = input.text(FROM).isPresent() || input.text(TO).isPresent();
    String period = input.text(PERIOD).orElse(days ? CUSTOM : "today");
    if (days && !period.equals(CUSTOM)) {
      throw BadInput.of("pnl.notCustom", period);
    }
    return switch (period) {
      case "7d" -> new PnlPeriod(period, today.minusDays(6), today);
      case "30d" -> new PnlPeriod(period, today.minusDays(29), today);
      case "all" -> new PnlPeriod(period, today.minusYears(10), today);
      case CUSTOM -> custom(input, today);
      default -> new PnlPeriod(period, today, today);
    };
  }

  private static PnlPeriod custom(Input input, LocalDate today) {
    LocalDate first =
        day(input, FROM, today).orElseThrow(() -> BadInput.of("pnl.noFrom", today.minusDays(6)));
    LocalDate last = day(input, TO, today).orElse(today);
    if (last.isBefore(first)) {
      throw BadInput.of("pnl.turned", last, first);
    }
    return new PnlPeriod(first + " – " + last + " UTC", first, last);
  }

  private static Optional<LocalDate> day(Input input, String option, LocalDate today) {
    Optional<LocalDate> day = input.text(option).map(text -> parsed(option, text, today));
    if (day.isPresent() && day.get().isAfter(today)) {
      throw BadInput.of("pnl.future", option, day.get(), today);
    }
    return day;
  }

  private static LocalDate parsed(String option, String text, LocalDate today) {
    try {
      if (text.matches("[12]\\d{3}-\\d\\d-\\d\\d")) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeParseException e) {
      throw BadInput.of(e, "pnl.noDay", option, Shown.line(text, TYPED), today);
    }
    throw BadInput.of("pnl.noDay", option, Shown.line(text, TYPED), today);
  }

  Instant begin() {
    return first.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The first moment that does not belong to it. */
  Instant end() {
    return last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
