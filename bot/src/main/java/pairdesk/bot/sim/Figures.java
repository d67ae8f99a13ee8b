package pairdesk.bot.sim;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.risk.Limits;

/** What document 003 asks for, from how executions ended. */
final class Figures {
  private final Truth truth;
  private final Map<ExecutionId, ExecutionSnapshot> last = new HashMap<>();
  private final Map<ExecutionId, Duration> spent = new HashMap<>();
  private final Set<ExecutionId> resting = new HashSet<>();

  Figures(Truth truth) {
    this.truth = truth;
  }

  /**
   * Sums that can be added up over seeds.
   *
   * @param traded executions that bought something
   * @param inside of those, within the price limits of their rules
   * @param close of those, no leg dearer than planned at worst by more than the slippage limit
   * @param unhedged of those, ended with legs that differ
   * @param complete of those, both legs filled at once: a bid that rests takes its time
   * @param spent from decision to equal legs, of the complete ones
   */
  record Sums(long traded, long inside, long close, long unhedged, long complete, Duration spent) {
    static final Sums NONE = new Sums(0, 0, 0, 0, 0, Duration.ZERO);

    Sums plus(Sums other) {
      return new Sums(
          traded + other.traded,
          inside + other.inside,
          close + other.close,
          unhedged + other.unhedged,
          complete + other.complete,
          spent.plus(other.spent));
    }

    Duration meanExecution() {
      return complete == 0 ? Duration.ZERO : spent.dividedBy(complete);
    }
  }

  void changed(ExecutionSnapshot execution) {
    if (execution.mode() == Mode.LIVE) {
      last.put(execution.id(), execution);
      var hedged = execution.times().hedged();
      if (hedged != null) {
        spent.putIfAbsent(execution.id(), Duration.between(execution.times().started(), hedged));
      }
    }
  }

  /** It begins with a bid that rests. */
  void rests(ExecutionId id) {
    resting.add(id);
  }

  boolean isResting(ExecutionId id) {
    return resting.contains(id);
  }

  boolean isClosed(ExecutionId id) {
    ExecutionSnapshot known = last.get(id);
    return known != null && known.state().isClosed();
  }

  int executions() {
    return last.size();
  }

  Sums sums() {
    Sums sum = Sums.NONE;
    for (ExecutionSnapshot execution : last.values()) {
      sum = sum.plus(of(execution));
    }
    return sum;
  }

  private Sums of(ExecutionSnapshot execution) {
    boolean traded = execution.legs().stream().anyMatch(leg -> !leg.bought().isZero());
    if (!traded) {
      return Sums.NONE;
    }
    boolean unhedged =
        execution.state() == ExecutionState.STUCK
            || execution.unhedged().isGreaterThan(Quantity.ofShares(5));
    boolean complete = execution.state() == ExecutionState.COMPLETE && !isResting(execution.id());
    return new Sums(
        1,
        PriceLimits.areKept(truth.of(execution.id())) ? 1 : 0,
        execution.legs().stream().allMatch(Figures::isClose) ? 1 : 0,
        unhedged ? 1 : 0,
        complete ? 1 : 0,
        complete ? spent.getOrDefault(execution.id(), Duration.ZERO) : Duration.ZERO);
  }

  private static boolean isClose(ExecutionSnapshot.LegSnapshot leg) {
    Usd planned = Usd.of(leg.worst(), leg.bought(), Rounding.COST_AGAINST_US);
    Usd most = planned.plus(planned.times(Limits.Quality.DEFAULTS.maxSlippage(), Rounding.UP));
    return !leg.spent().isGreaterThan(most);
  }
}
