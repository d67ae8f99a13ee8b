package pairdesk.bot.report;

import java.time.Instant;
import pairdesk.engine.control.Mode;
import pairdesk.persistence.Archive.Span;

/**
 * Which rows.
 *
 * @param mode LIVE or PAPER
 * @param span counts for what {@linkplain ReportKind#isTimed() lies in time}
 */
public record ReportQuery(ReportKind kind, Mode mode, Span span) {
  /** The whole life of a desk, and more. */
  public static final Span ALWAYS = new Span(Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"));

  public ReportQuery {
    if (mode == Mode.MONITOR || (mode == Mode.PAPER && !kind.hasPaper())) {
      throw new IllegalArgumentException("the report of " + kind.word() + " has no " + mode);
    }
  }

  /** Of the real account, from the beginning. */
  public static ReportQuery all(ReportKind kind) {
    return new ReportQuery(kind, Mode.LIVE, ALWAYS);
  }
}
