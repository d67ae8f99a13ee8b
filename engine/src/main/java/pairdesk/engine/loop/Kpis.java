package pairdesk.engine.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import pairdesk.engine.execution.Execution;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.execution.InsideSlippage;
import pairdesk.engine.execution.OrderFills;
import pairdesk.engine.execution.Plan;
import pairdesk.engine.execution.Stand;
import pairdesk.engine.order.ClientOrder;
import pairdesk.engine.order.ExecutionId;

/** Counts what the product promises, since start: every execution once, as it ended last. */
final class Kpis {
  private final Durations detection = new Durations(Duration.ofMinutes(10));
  private final Map<ExecutionId, Sums> ended = new HashMap<>();
  private final Set<ExecutionId> stuck = new HashSet<>();
  private Sums all = Sums.NONE;

  /**
   * @param traded executions that bought something
   * @param inside of those, within what slippage may be
   * @param taken of the complete ones, both legs bought at once: a bid that rests takes its time
   * @param spent from decision to equal legs, of the taken ones
   */
  private record Sums(
      long traded, InsideSlippage inside, long complete, long taken, Duration spent) {
    static final Sums NONE = new Sums(0, InsideSlippage.NONE, 0, 0, Duration.ZERO);

    Sums plus(Sums other) {
      return new Sums(
          traded + other.traded,
          inside.plus(other.inside),
          complete + other.complete,
          taken + other.taken,
          spent.plus(other.spent));
    }

    Sums minus(Sums other) {
      return new Sums(
          traded - other.traded,
          inside.minus(other.inside),
          complete - other.complete,
          taken - other.taken,
          spent.minus(other.spent));
    }
  }

  void detected(Instant bookConfirmed, Instant now) {
    detection.add(Duration.between(bookConfirmed, now), now);
  }

  /** Nothing executable is left of it; until it ends after all, it has ended unhedged. */
  void stuck(ExecutionId id) {
    stuck.add(id);
  }

  /** It has closed, for the first time or again. */
  void ended(Execution execution, Stand stand, Collection<ClientOrder> orders) {
    Sums now = of(execution, stand, orders);
    stuck.remove(execution.id());
    Sums before = ended.put(execution.id(), now);
    all = all.plus(now).minus(before == null ? Sums.NONE : before);
  }

  /** It does not open again. */
  void forget(ExecutionId id) {
    ended.remove(id);
  }

  EngineView.Kpis view(Instant now) {
    return new EngineView.Kpis(
        all.traded(),
        all.complete(),
        all.inside(),
        stuck.size(),
        all.taken() == 0 ? Duration.ZERO : all.spent().dividedBy(all.taken()),
        detection.p95(now));
  }

  private static Sums of(Execution execution, Stand stand, Collection<ClientOrder> orders) {
    if (stand.legs().stream().allMatch(leg -> leg.bought().quantity().isZero())) {
      return Sums.NONE;
    }
    Instant hedged = execution.times().hedged();
    boolean complete = execution.state() == ExecutionState.COMPLETE && hedged != null;
    boolean taken = complete && !(execution.plan() instanceof Plan.MakerTaker);
    return new Sums(
        1,
        InsideSlippage.of(execution.plan(), orders.stream().map(OrderFills::of).toList()),
        complete ? 1 : 0,
        taken ? 1 : 0,
        taken ? Duration.between(execution.times().started(), hedged) : Duration.ZERO);
  }
}
