package pairdesk.engine.execution;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.control.Mode;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.OpportunityId;
import pairdesk.engine.order.ExecutionId;

/**
 * An execution as readers and the database see it.
 *
 * @param mode PAPER or LIVE, for as long as it lives
 * @param paying how many of the legs pay a dollar a share, whatever resolves
 */
public record ExecutionSnapshot(
    ExecutionId id,
    OpportunityId opportunity,
    String strategy,
    @Nullable PairId pair,
    Mode mode,
    ExecutionState state,
    Quantity planned,
    int paying,
    List<LegSnapshot> legs,
    Result result,
    Times times) {
  public ExecutionSnapshot {
    legs = List.copyOf(legs);
  }

  /** Shares by which the legs differ, as far as we know. */
  public Quantity unhedged() {
    Quantity most = Quantity.ZERO;
    Quantity least = Quantity.ofE6(Long.MAX_VALUE);
    for (LegSnapshot leg : legs) {
      most = most.max(leg.held());
      least = least.min(leg.held());
    }
    return most.minus(least);
  }

  /**
   * One leg.
   *
   * @param worst the worst price of the plan
   * @param bought shares bought, provisional ones included
   * @param sold shares sold again
   * @param provisional bought shares whose settlement is not certain
   * @param spent paid for what was bought, without fees
   * @param received got for what was sold, without fees
   */
  public record LegSnapshot(
      Instrument instrument,
      Price worst,
      Quantity bought,
      Quantity sold,
      Quantity provisional,
      Usd spent,
      Usd received,
      Usd fees) {
    public Quantity held() {
      return bought.minus(sold);
    }
  }

  /**
   * What was hoped for and what came of it.
   *
   * @param expected net edge at the decision
   * @param realised payout of the finished bundles less everything spent, plus what was received;
   *     final when the execution is closed
   * @param note what happened last, one sentence for people
   */
  public record Result(Usd expected, Usd realised, String note) {}

  /**
   * @param hedged when the legs were equal again; null until then
   */
  public record Times(Instant started, Instant updated, @Nullable Instant hedged) {}
}
