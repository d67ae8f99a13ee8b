package pairdesk.engine.notice;

import java.time.Instant;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.market.Pair;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.BreakerState;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.VenueStatus;

/** Something that people are told. */
public sealed interface Notice {
  Instant at();

  Severity severity();

  /** An opportunity worth announcing, with the verdict on it. */
  record OpportunityFound(Opportunity opportunity, Verdict verdict, Instant at) implements Notice {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }
  }

  /** One message per execution, edited as it goes. */
  record ExecutionChanged(ExecutionSnapshot execution, Instant at) implements Notice {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }
  }

  record BreakerTripped(BreakerState breaker, Instant at) implements Notice {
    @Override
    public Severity severity() {
      return Severity.ALARM;
    }
  }

  record BreakerReset(String name, String by, Instant at) implements Notice {
    @Override
    public Severity severity() {
      return Severity.ATTENTION;
    }
  }

  record VenueChanged(VenueStatus status, Instant at) implements Notice {
    @Override
    public Severity severity() {
      return Severity.ATTENTION;
    }
  }

  /** A pair changed by itself: suspended for changed rules, expired. */
  record PairChanged(Pair pair, String why, Instant at) implements Notice {
    @Override
    public Severity severity() {
      return Severity.ATTENTION;
    }
  }

  /**
   * What a market brought at its end: it is in our books.
   *
   * @param mode PAPER for what the paper account was paid
   */
  record PaidOut(Mode mode, AccountSnapshot.Payout payout, Instant at) implements Notice {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }
  }

  /** Halt, resume, mode: what changed, by whom. */
  record ControlChanged(String what, String by, Instant at) implements Notice {
    @Override
    public Severity severity() {
      return Severity.ATTENTION;
    }
  }

  /**
   * Something that a person must see now.
   *
   * @param code stable word, {@code reconcile-difference}
   * @param text what happened, what it means for money, what we do, what to do
   */
  record Alarm(String code, String text, Instant at) implements Notice {
    @Override
    public Severity severity() {
      return Severity.ALARM;
    }
  }
}
