package pairdesk.bot.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.report.ReportQuery;
import pairdesk.persistence.Archive.Span;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** From when to when; days are days of UTC. */
final class SpanChoice {
  /** Of the year: the database knows no moments of the other ones that a day can be written in. */
  private static final String FOUR_DIGITS = "\\d{4}-.*";

  @Option(
      names = "--from",
      paramLabel = "DAY|MOMENT",
      description = "2026-11-20, or 2026-11-20T14:00:00Z (default: from the beginning).")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "DAY|MOMENT",
      description = "The last day, or the first moment that is left out (default: all).")
  private @Nullable String to;

  Span span(CommandSpec spec) {
    Instant begin = from == null ? ReportQuery.ALWAYS.from() : moment("--from", from, 0, spec);
    Instant end = to == null ? ReportQuery.ALWAYS.until() : moment("--to", to, 1, spec);
    if (end.isBefore(begin)) {
      throw new ParameterException(spec.commandLine(), "--to lies before --from");
    }
    return new Span(begin, end);
  }

  /**
   * @param days added to a day: 1 for its end
   */
  private static Instant moment(String option, String text, int days, CommandSpec spec) {
    String wanted = option + " wants a day like 2026-11-20, or a moment like 2026-11-20T14:00:00Z";
    if (!text.matches(FOUR_DIGITS)) {
      throw new ParameterException(spec.commandLine(), wanted);
    }
    try {
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw new ParameterException(spec.commandLine(), wanted, e);
    }
  }
}
