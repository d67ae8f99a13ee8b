package pairdesk.persistence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.opportunity.OpportunityId;

/**
 * What may be left out while the database does not keep up: opportunities that came to nothing and
 * the verdicts on them. Facts about money, orders and people never are.
 */
final class Shedding {
  private Shedding() {}

  static boolean isFact(JournalRecord row) {
    return about(row).isEmpty();
  }

  /** Facts, and what an execution among them rests on. */
  static List<JournalRecord> keep(List<JournalRecord> rows) {
    Set<OpportunityId> traded =
        rows.stream()
            .filter(JournalRecord.ExecutionChanged.class::isInstance)
            .map(row -> ((JournalRecord.ExecutionChanged) row).execution().opportunity())
            .collect(Collectors.toSet());
    return rows.stream().filter(row -> about(row).map(traded::contains).orElse(true)).toList();
  }

  /** The opportunity that is all a row is about; empty for a fact. */
  private static Optional<OpportunityId> about(JournalRecord row) {
    return switch (row) {
      case JournalRecord.OpportunityFound(var opportunity) -> Optional.of(opportunity.id());
      case JournalRecord.VerdictGiven(var verdict) -> Optional.of(verdict.opportunity());
      case JournalRecord.ExecutionChanged _,
          JournalRecord.OrderMoved _,
          JournalRecord.FillBooked _,
          JournalRecord.PositionChanged _,
          JournalRecord.CashChanged _,
          JournalRecord.PnlChanged _,
          JournalRecord.HighWaterChanged _,
          JournalRecord.PayoutBooked _,
          JournalRecord.BreakerTripped _,
          JournalRecord.BreakerReset _,
          JournalRecord.ControlChanged _,
          JournalRecord.PairChanged _,
          JournalRecord.Reconciled _ ->
          Optional.empty();
    };
  }
}
