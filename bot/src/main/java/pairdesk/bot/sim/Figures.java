package pairdesk.bot.sim;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
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
  private final Map<ExecutionId, ExecutionSnapshot> last = new HashMap<>();

  /**
   * Sums that can be added up over seeds.
   *
   * @param traded executions that bought something
   * @param inside of those, each leg within the slippage limit of its planned price
   * @param unhedged of those, ended with legs that differ
   * @param complete of those, both legs filled
   * @param spent from decision to equal legs, of the complete ones
   */
  record Sums(long traded, long inside, long unhedged, long complete, Duration spent) {
    static final Sums NONE = new Sums(0, 0, 0, 0, Duration.ZERO);

    Sums plus(Sums other) {
      return new Sums(
          traded + other.traded,
          inside + other.inside,
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
    }
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

  private static Sums of(ExecutionSnapshot execution) {
    boolean traded = execution.legs().stream().anyMatch(leg -> !leg.bought().isZero());
    if (!traded) {
      return Sums.NONE;
    }
    boolean inside = execution.legs().stream().allMatch(Figures::isInside);
    boolean unhedged =
        execution.state() == ExecutionState.STUCK
            || execution.unhedged().isGreaterThan(Quantity.ofShares(5));
    var hedged = execution.times().hedged();
    boolean complete = execution.state() == ExecutionState.COMPLETE && hedged != null;
    return new Sums(
        1,
        inside ? 1 : 0,
        unhedged ? 1 : 0,
        complete ? 1 : 0,
        complete ? Duration.between(execution.times().started(), hedged) : Duration.ZERO);
  }

  private static boolean isInside(ExecutionSnapshot.LegSnapshot leg) {
    Usd planned = Usd.of(leg.worst(), leg.bought(), Rounding.COST_AGAINST_US);
    Usd most = planned.plus(planned.times(Limits.Quality.DEFAULTS.maxSlippage(), Rounding.UP));
    return !leg.spent().isGreaterThan(most);
  }
}
