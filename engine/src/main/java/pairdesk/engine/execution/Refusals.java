package pairdesk.engine.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import pairdesk.engine.execution.ExecutionSettings.Pauses;
import pairdesk.engine.order.ClientOrder;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;

/**
 * What the newest orders of one leg and side came to, while they came to nothing. An order that
 * fills something ends the row.
 *
 * @param vain orders in a row that filled nothing, whatever the reason
 * @param row of them, those at the end that did not get through, or whose reason will hold
 * @param lasting the last of these was refused for a reason that will hold
 * @param last when that was; the epoch without such
 * @param settled when purchases of the leg last changed: what could not be sold may be sold now
 */
record Refusals(Side side, int vain, int row, boolean lasting, Instant last, Instant settled) {

  static Refusals of(Side side, Collection<ClientOrder> leg) {
    Refusals sum = new Refusals(side, 0, 0, false, Instant.EPOCH, Instant.EPOCH);
    for (ClientOrder order : leg) {
      sum = order.side() == Side.BUY ? sum.settled(order) : sum;
      sum = order.side() == side ? sum.plus(order) : sum;
    }
    return sum;
  }

  /** Whether the last order did not get through, at this moment or later. */
  boolean isSince(Instant moment) {
    return row > 0 && !last.isBefore(moment);
  }

  /**
   * When the venue may be asked again: shares soon, as they settle by themselves, and at once when
   * a purchase of them has moved since; money for a purchase only after a long pause. What never
   * left is sent anew at once, the second time later.
   */
  Instant until(Pauses pauses, Instant now) {
    boolean mayHaveSettled = side == Side.SELL && hasSettledSince(last, now);
    if (row == 0 || mayHaveSettled) {
      return Instant.EPOCH;
    }
    return last.plus(lasting && side == Side.BUY ? pauses.purchase() : grown(pauses));
  }

  /** Whether purchases changed after a moment; not by a clock that was ahead of the present one. */
  boolean hasSettledSince(Instant moment, Instant now) {
    return settled.isAfter(moment) && !settled.isAfter(now);
  }

  private Duration grown(Pauses pauses) {
    Duration grown = pauses.again().multipliedBy(lasting ? row : row - 1);
    return grown.compareTo(pauses.atMost()) < 0 ? grown : pauses.atMost();
  }

  private Refusals plus(ClientOrder order) {
    if (!order.filled().isZero()) {
      return new Refusals(side, 0, 0, false, Instant.EPOCH, settled);
    }
    if (!order.state().isTerminal()) {
      return this;
    }
    boolean refused =
        order.state() == OrderState.NOT_SENT || order.report().marks().refusedForLong();
    return refused
        ? new Refusals(
            side,
            vain + 1,
            row + 1,
            order.report().marks().refusedForLong(),
            order.report().at(),
            settled)
        : new Refusals(side, vain + 1, 0, false, Instant.EPOCH, settled);
  }

  private Refusals settled(ClientOrder order) {
    Instant at = order.report().at();
    return !order.fills().isEmpty() && at.isAfter(settled)
        ? new Refusals(side, vain, row, lasting, last, at)
        : this;
  }
}
