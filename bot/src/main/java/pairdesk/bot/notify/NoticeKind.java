package pairdesk.bot.notify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import pairdesk.engine.notice.Notice;

/** What people may set to be told loudly, silently or not at all. */
public enum NoticeKind {
  OPPORTUNITIES,
  EXECUTIONS,
  ALARMS,
  BREAKERS,
  VENUES,
  PAIRS,
  PAYOUTS,
  CONTROLS;

  /** As it is typed: {@code alarms}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<NoticeKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** Whether it may be turned off: money at risk is always told. */
  public boolean mayBeOff() {
    return switch (this) {
      case ALARMS, BREAKERS, EXECUTIONS -> false;
      case OPPORTUNITIES, VENUES, PAIRS, PAYOUTS, CONTROLS -> true;
    };
  }

  static NoticeKind of(Notice notice) {
    return switch (notice) {
      case Notice.OpportunityFound _ -> OPPORTUNITIES;
      case Notice.ExecutionChanged _ -> EXECUTIONS;
      case Notice.Alarm _ -> ALARMS;
      case Notice.BreakerTripped _, Notice.BreakerReset _ -> BREAKERS;
      case Notice.VenueChanged _ -> VENUES;
      case Notice.PairChanged _ -> PAIRS;
      case Notice.PaidOut _ -> PAYOUTS;
      case Notice.ControlChanged _ -> CONTROLS;
    };
  }
}
