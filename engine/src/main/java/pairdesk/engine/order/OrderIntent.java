package pairdesk.engine.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;

/** One order that we have decided to send, before anything left. Its row is committed first. */
public record OrderIntent(
    ClientOrderId id, Origin origin, Instrument instrument, Terms terms, Approval approval) {

  /**
   * Where it comes from.
   *
   * @param leg index of the leg in the execution's plan, from 0
   * @param attempt counts up per leg and purpose, only after the attempt before is terminal with
   *     proof; one that was never committed leaves a gap among those that were
   * @param pair the pair it trades; null for strategies on one venue
   */
  public record Origin(
      ExecutionId execution, int leg, int attempt, Purpose purpose, @Nullable PairId pair) {}

  /**
   * What is asked of the venue, in the instrument's own price (a NO at 0.40 is 0.40, whatever the
   * venue's wire says).
   *
   * @param limit worst acceptable price, on the market's grid
   * @param expiry only with GTD
   */
  public record Terms(
      Side side,
      Quantity quantity,
      Price limit,
      TimeInForce timeInForce,
      boolean postOnly,
      @Nullable Instant expiry) {
    public Terms {
      if (quantity.isZero()) {
        throw new IllegalArgumentException("an order of nothing");
      }
    }
  }
}
