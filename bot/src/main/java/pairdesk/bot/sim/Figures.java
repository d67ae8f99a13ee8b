package pairdesk.bot.sim;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.execution.PriceLimits;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.Fill;

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
   * @param unhedged of those, ended with legs that differ
   * @param complete of those, both legs filled at once: a bid that rests takes its time
   * @param spent from decision to equal legs, of the complete ones
   * @param earned what the traded ones came to, by the desk's books
   */
  record Sums(long traded, long inside, long unhedged, long complete, Duration spent, Usd earned) {
    static final Sums NONE = new Sums(0, 0, 0, 0, Duration.ZERO, Usd.ZERO);

    Sums plus(Sums other) {
      return new Sums(
          traded + other.traded,
          inside + other.inside,
          unhedged + other.unhedged,
          complete + other.complete,
          spent.plus(other.spent),
          earned.plus(other.earned));
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
        isInside(execution) ? 1 : 0,
        unhedged ? 1 : 0,
        complete ? 1 : 0,
        complete ? spent.getOrDefault(execution.id(), Duration.ZERO) : Duration.ZERO,
        execution.result().realised());
  }

  /** By what the venues know of it, not by what the desk believes. */
  private boolean isInside(ExecutionSnapshot execution) {
    for (int leg = 0; leg < execution.legs().size(); leg++) {
      int own = leg;
      List<Fill> fills =
          truth.of(execution.id()).stream()
              .filter(attempt -> attempt.intent.origin().leg() == own)
              .flatMap(attempt -> attempt.fills().stream())
              .toList();
      if (!PriceLimits.areKept(execution.legs().get(leg).worst(), fills)) {
        return false;
      }
    }
    return true;
  }
}
