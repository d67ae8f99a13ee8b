package pairdesk.bot.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.venue.SubmitOutcome;

/** What happens, counted by kind and cause. */
final class Counts {
  private static final String ORDERS = "pairdesk.orders";
  private static final List<String> ANSWERS =
      List.of("accepted", "rejected", "not_sent", "unknown");

  private final MeterRegistry registry;

  Counts(MeterRegistry registry) {
    this.registry = registry;
  }

  /** The engine has settled a batch. Fills that a plan rests on were written before. */
  void settled(List<Effect> effects) {
    for (Effect effect : effects) {
      switch (effect) {
        case Effect.Write(var row) -> {
          found(row);
          happened(row);
        }
        case Effect.Submit submit -> submit.grounds().forEach(this::found);
        case Effect.Tell(var notice) -> notice(notice);
        case Effect.Cancel _,
            Effect.CancelAll _,
            Effect.LookUp _,
            Effect.ReadAccount _,
            Effect.Redeem _,
            Effect.Watch _,
            Effect.ReadBooks _,
            Effect.WakeAt _ -> {}
      }
    }
  }

  private void found(JournalRecord row) {
    if (row instanceof JournalRecord.OpportunityFound(Opportunity.Bundle bundle)) {
      count("pairdesk.opportunities", "strategy", bundle.strategy());
    } else if (row instanceof JournalRecord.VerdictGiven(var given)) {
      verdict(given.verdict());
    }
  }

  private void happened(JournalRecord row) {
    if (row instanceof JournalRecord.FillBooked(var fill)) {
      fill(fill);
    } else if (row instanceof JournalRecord.BreakerTripped(var breaker)) {
      count("pairdesk.breaker.trips", "breaker", breaker.name());
    }
  }

  private void verdict(Verdict verdict) {
    String kind =
        switch (verdict) {
          case Verdict.Allow _ -> "allow";
          case Verdict.Shrink _ -> "shrink";
          case Verdict.Refuse _ -> "refuse";
        };
    String rule =
        switch (verdict) {
          case Verdict.Allow _ -> "none";
          case Verdict.Shrink(_, var by, _) -> by;
          case Verdict.Refuse(var by, _) -> by;
        };
    count("pairdesk.verdicts", "kind", kind, "rule", rule);
  }

  private void fill(Fill fill) {
    String status = fill.status() == FillStatus.VOIDED ? "voided" : "booked";
    count("pairdesk.fills", "venue", fill.instrument().venue().code(), "status", status);
  }

  private void notice(Notice notice) {
    count("pairdesk.notices", "severity", notice.severity().name());
  }

  /** Begins to count the orders of a venue at zero. */
  void expect(String venue) {
    ANSWERS.forEach(word -> registry.counter(ORDERS, "venue", venue, "outcome", word));
  }

  /** A venue has answered an order, or it did not leave. */
  void answered(String venue, SubmitOutcome outcome) {
    String word =
        switch (outcome) {
          case SubmitOutcome.Accepted _ -> "accepted";
          case SubmitOutcome.Rejected _ -> "rejected";
          case SubmitOutcome.NotSent _ -> "not_sent";
          case SubmitOutcome.Unknown _ -> "unknown";
        };
    count(ORDERS, "venue", venue, "outcome", word);
  }

  void count(String name, String... tags) {
    registry.counter(name, tags).increment();
  }
}
