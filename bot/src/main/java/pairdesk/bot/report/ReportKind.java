package pairdesk.bot.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be reported. */
public enum ReportKind {
  /** Every order that was intended, with how it ended. */
  ORDERS,
  /** Every bundle that was bought, with what was hoped for and what came of it. */
  EXECUTIONS,
  /** Every fill with its fee. */
  FILLS,
  /** What is held of each instrument, what it cost and earned. */
  POSITIONS,
  /** Realised profit and fees by day, venue, strategy and pair. */
  PNL,
  /** Every pair with who changed it last. */
  PAIRS,
  /** Everything that was found, with the verdict on it. */
  OPPORTUNITIES,
  /** What people did, in the order of the chain of hashes. */
  AUDIT;

  /** As it is typed: {@code fills}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By its word. */
  public static Optional<ReportKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** Whether the paper account has rows of its own in it. */
  public boolean hasPaper() {
    return switch (this) {
      case ORDERS, EXECUTIONS, FILLS, POSITIONS, PNL -> true;
      case PAIRS, OPPORTUNITIES, AUDIT -> false;
    };
  }

  /** Whether its rows lie in time; of the others everything is told as it stands now. */
  public boolean isTimed() {
    return switch (this) {
      case ORDERS, EXECUTIONS, FILLS, PNL, OPPORTUNITIES, AUDIT -> true;
      case POSITIONS, PAIRS -> false;
    };
  }
}
