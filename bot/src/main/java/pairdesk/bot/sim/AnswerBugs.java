package pairdesk.bot.sim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.venue.OrderUpdate;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;

/** Planted in what is made of the answers to orders. */
final class AnswerBugs {
  private AnswerBugs() {}

  static final class TimeoutIsNo implements Sabotage {
    @Override
    public List<EngineEvent> heard(EngineEvent right) {
      return right
              instanceof EngineEvent.SubmitAnswered(var id, SubmitOutcome.Unknown _, var latency)
          ? List.of(
              new EngineEvent.SubmitAnswered(
                  id, new SubmitOutcome.Rejected(RejectCode.OTHER, "timed out"), latency))
          : List.of(right);
    }
  }

  /** Unknown, and then taken for never sent. */
  static final class Released implements Sabotage {
    private final Map<ClientOrderId, ExecutionId> executions = new HashMap<>();

    @Override
    public List<Effect> asked(List<Effect> right) {
      for (Effect effect : right) {
        if (effect instanceof Effect.Submit submit) {
          submit.intents().forEach(i -> executions.put(i.id(), submit.execution()));
        }
      }
      return right;
    }

    @Override
    public List<EngineEvent> heard(EngineEvent right) {
      if (right instanceof EngineEvent.SubmitAnswered(var id, SubmitOutcome.Unknown _, _)) {
        ExecutionId execution = executions.get(id);
        if (execution != null) {
          return List.of(
              right, new EngineEvent.IntentsRefused(execution, List.of(id), "no answer"));
        }
      }
      return List.of(right);
    }
  }

  /** What an answer says of filled shares is left to the fills that come later. */
  static final class Unacknowledged implements Sabotage {
    @Override
    public List<EngineEvent> heard(EngineEvent right) {
      return switch (right) {
        case EngineEvent.SubmitAnswered(var id, SubmitOutcome.Accepted a, var latency) ->
            List.of(
                new EngineEvent.SubmitAnswered(
                    id,
                    new SubmitOutcome.Accepted(a.venueOrderId(), a.state(), Quantity.ZERO),
                    latency));
        case EngineEvent.OrderUpdated(OrderUpdate u) ->
            List.of(
                new EngineEvent.OrderUpdated(
                    new OrderUpdate(
                        u.venue(),
                        u.id(),
                        u.venueOrderId(),
                        u.state(),
                        Quantity.ZERO,
                        u.reason(),
                        u.at())));
        default -> List.of(right);
      };
    }
  }
}
