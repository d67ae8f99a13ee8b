package pairdesk.bot.sim;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.sim.Trade.Course;
import pairdesk.bot.sim.Trade.Trouble;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.execution.InsideSlippage;
import pairdesk.engine.execution.OrderFills;
import pairdesk.engine.execution.Plan;
import pairdesk.engine.execution.PlanLeg;
import pairdesk.engine.execution.Slippage;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;

/** What document 003 asks for, from how executions ended. */
final class Figures {
  /** What a venue says of an order that came too late for a price: no trouble, but the market. */
  private static final Set<RejectCode> OUTRUN =
      EnumSet.of(RejectCode.NOT_FILLABLE, RejectCode.POST_ONLY_CROSSES);

  private final Truth truth;
  private final Map<ExecutionId, ExecutionSnapshot> last = new LinkedHashMap<>();
  private final Map<ExecutionId, Duration> spent = new HashMap<>();
  private final Map<ExecutionId, Set<Trouble>> troubles = new HashMap<>();
  private final Set<ExecutionId> resting = new HashSet<>();

  Figures(Truth truth) {
    this.truth = truth;
  }

  void changed(ExecutionSnapshot execution) {
    if (execution.mode() != Mode.LIVE) {
      return;
    }
    last.put(execution.id(), execution);
    var hedged = execution.times().hedged();
    if (hedged != null) {
      spent.putIfAbsent(execution.id(), Duration.between(execution.times().started(), hedged));
    }
    switch (execution.state()) {
      case UNEVEN, PATCHING, HOLDING, UNWINDING, PANIC, STUCK ->
          befell(execution.id(), Trouble.UNEVEN);
      case PLANNED, WORKING, COMPLETE, REFUSED, STALE, NOTHING_FILLED, UNWOUND, PANIC_CLOSED -> {}
    }
  }

  /** It begins with a bid that rests. */
  void rests(ExecutionId id) {
    resting.add(id);
  }

  /** What became of sending one of its orders. */
  void answered(ExecutionId id, SubmitOutcome outcome) {
    switch (outcome) {
      case SubmitOutcome.Accepted _ -> {}
      case SubmitOutcome.Unknown _ -> befell(id, Trouble.UNANSWERED);
      case SubmitOutcome.NotSent _ -> befell(id, Trouble.REFUSED);
      case SubmitOutcome.Rejected(RejectCode code, _) -> {
        if (!OUTRUN.contains(code)) {
          befell(id, Trouble.REFUSED);
        }
      }
    }
  }

  /** The process dies, whatever is under way. */
  void died() {
    last.forEach((id, execution) -> {
      if (!execution.state().isClosed()) {
        befell(id, Trouble.DIED);
      }
    });
  }

  private void befell(ExecutionId id, Trouble trouble) {
    troubles.computeIfAbsent(id, _ -> EnumSet.noneOf(Trouble.class)).add(trouble);
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

  /** Of the executions that bought something. */
  List<Trade> trades() {
    return last.values().stream()
        .filter(execution -> execution.legs().stream().anyMatch(leg -> !leg.bought().isZero()))
        .map(this::trade)
        .toList();
  }

  private Trade trade(ExecutionSnapshot execution) {
    Plan plan = plan(execution);
    List<OrderFills> orders =
        truth.of(execution.id()).stream()
            .map(attempt -> new OrderFills(attempt.intent.origin(), List.copyOf(attempt.fills())))
            .toList();
    boolean unhedged =
        execution.state() == ExecutionState.STUCK
            || execution.unhedged().isGreaterThan(Quantity.ofShares(5));
    var result =
        new Trade.Result(
            Slippage.of(plan, orders).share(),
            InsideSlippage.of(plan, orders),
            unhedged,
            execution.result().realised());
    return new Trade(course(plan), trouble(execution.id()), result, spent(execution));
  }

  private Plan plan(ExecutionSnapshot execution) {
    var bundle =
        new Plan.Sweep(
            execution.planned(),
            execution.legs().stream()
                .map(leg -> new PlanLeg(leg.instrument(), leg.worst()))
                .toList(),
            execution.paying(),
            Plan.Sending.AT_ONCE);
    return Plan.of(
        bundle, truth.of(execution.id()).stream().map(attempt -> attempt.intent).toList());
  }

  private static Course course(Plan plan) {
    return switch (plan) {
      case Plan.MakerTaker _ -> Course.RESTING;
      case Plan.Sweep sweep when sweep.legs().size() > 2 -> Course.BASKET;
      case Plan.Sweep sweep ->
          switch (sweep.sending()) {
            case AT_ONCE -> Course.AT_ONCE;
            case IN_TURN -> Course.IN_TURN;
          };
    };
  }

  private Trouble trouble(ExecutionId id) {
    boolean takenBack =
        truth.of(id).stream()
            .anyMatch(attempt -> !attempt.filled(FillStatus.VOIDED::equals).isZero());
    return takenBack
        ? Trouble.TAKEN_BACK
        : troubles.getOrDefault(id, Set.of()).stream().min(Trouble::compareTo).orElse(Trouble.NONE);
  }

  /** A bid that rests takes its time, and what was sold again did not come so far. */
  private @Nullable Duration spent(ExecutionSnapshot execution) {
    return execution.state() == ExecutionState.COMPLETE && !isResting(execution.id())
        ? spent.getOrDefault(execution.id(), Duration.ZERO)
        : null;
  }
}
