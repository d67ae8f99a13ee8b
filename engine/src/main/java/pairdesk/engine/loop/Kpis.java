package pairdesk.engine.loop;

import java.time.Duration;
import java.time.Instant;
import pairdesk.engine.execution.Execution;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.execution.LegStand;
import pairdesk.engine.execution.Plan;
import pairdesk.engine.execution.Stand;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;

/** Counts what the product promises, since start. */
final class Kpis {
  private final Ratio slippage;
  private final Durations detection = new Durations(Duration.ofMinutes(10));
  private long executions;
  private long completed;
  private long taken;
  private long insideSlippage;
  private long endedUnhedged;
  private Duration spent = Duration.ZERO;

  /**
   * @param slippage how far above the planned worst price a leg may have cost
   */
  Kpis(Ratio slippage) {
    this.slippage = slippage;
  }

  void detected(Instant bookConfirmed, Instant now) {
    detection.add(Duration.between(bookConfirmed, now), now);
  }

  /** Nothing executable was left of it. */
  void stuck() {
    endedUnhedged++;
  }

  /** Counts those that traded something. */
  void ended(Execution execution, Stand stand) {
    if (execution.state() == ExecutionState.REFUSED
        || execution.state() == ExecutionState.NOTHING_FILLED) {
      return;
    }
    executions++;
    if (stand.legs().stream().allMatch(this::isInside)) {
      insideSlippage++;
    }
    Instant hedged = execution.times().hedged();
    if (execution.state() == ExecutionState.COMPLETE && hedged != null) {
      completed++;
      if (!(execution.plan() instanceof Plan.MakerTaker)) {
        taken++;
        spent = spent.plus(Duration.between(execution.times().started(), hedged));
      }
    }
  }

  EngineView.Kpis view(Instant now) {
    return new EngineView.Kpis(
        executions,
        completed,
        insideSlippage,
        endedUnhedged,
        taken == 0 ? Duration.ZERO : spent.dividedBy(taken),
        detection.p95(now));
  }

  private boolean isInside(LegStand leg) {
    Usd planned = Usd.of(leg.plan().worst(), leg.bought().quantity(), Rounding.COST_AGAINST_US);
    Usd most = planned.plus(planned.times(slippage, Rounding.UP));
    return !leg.bought().value().isGreaterThan(most);
  }
}
