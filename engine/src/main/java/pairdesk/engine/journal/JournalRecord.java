package pairdesk.engine.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.portfolio.CashPosition;
import pairdesk.engine.portfolio.PnlDay;
import pairdesk.engine.portfolio.Position;
import pairdesk.engine.risk.BreakerState;
import pairdesk.engine.risk.VerdictRecord;
import pairdesk.engine.venue.AccountSnapshot;

/** A row, or the new state of one. Written in order; a record written twice changes nothing. */
public sealed interface JournalRecord {

  record OpportunityFound(Opportunity opportunity) implements JournalRecord {}

  record VerdictGiven(VerdictRecord verdict) implements JournalRecord {}

  record ExecutionChanged(ExecutionSnapshot execution) implements JournalRecord {}

  /**
   * One move of an order, appended.
   *
   * @param filled filled in total as far as this report says
   * @param evidence what it rests on: the venue's words (untrusted, redacted), a look-up, a
   *     time-out
   */
  record OrderMoved(
      ClientOrderId id,
      OrderState state,
      @Nullable String venueOrderId,
      Quantity filled,
      String evidence,
      Instant at)
      implements JournalRecord {}

  /** A fill, or the new status of one: unique by its key. */
  record FillBooked(Fill fill) implements JournalRecord {}

  record PositionChanged(Position position, Instant at) implements JournalRecord {}

  record CashChanged(CashPosition cash, Instant at) implements JournalRecord {}

  record PnlChanged(PnlDay day) implements JournalRecord {}

  /** The mark from which drawdown is measured: a new high, or what a person accepted instead. */
  record HighWaterChanged(Usd equity, Instant at) implements JournalRecord {}

  /**
   * A market paid out.
   *
   * @param mode PAPER for what the paper account was paid
   * @param yesValueE4 worth of one share of YES in 1/10 000 dollar
   */
  record PayoutBooked(Mode mode, MarketId market, int yesValueE4, Usd paid, Instant at)
      implements JournalRecord {

    public AccountSnapshot.Payout payout() {
      return new AccountSnapshot.Payout(market, yesValueE4, paid, at);
    }
  }

  record BreakerTripped(BreakerState breaker) implements JournalRecord {}

  record BreakerReset(String name, String by, Instant at) implements JournalRecord {}

  /**
   * The engine decided on mode or halt. The more careful parts of it always count; the bolder ones
   * only while nobody has changed the stored controls since.
   *
   * @param seen when a person had changed the stored controls last, as far as the decision knew;
   *     the epoch for one that knew of nothing
   */
  record ControlChanged(Controls controls, Instant seen, String what, String by, Instant at)
      implements JournalRecord {}

  record PairChanged(Pair pair, String why, String by, Instant at) implements JournalRecord {}

  /** What a reconciliation found. */
  record Reconciled(VenueId venue, boolean clean, String differences, Instant at)
      implements JournalRecord {}
}
