package pairdesk.sandbox.exchange;

import java.util.List;

/** The answer to an order. */
public sealed interface Placement {

  /** Taken; the order may be filled, resting, or cancelled with what it could fill at once. */
  record Placed(Order order, List<Trade> trades) implements Placement {
    public Placed {
      trades = List.copyOf(trades);
    }
  }

  record Refused(Refusal reason) implements Placement {}
}
