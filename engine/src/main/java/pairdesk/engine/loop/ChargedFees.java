package pairdesk.engine.loop;

import java.util.Optional;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.order.ClientOrder;
import pairdesk.engine.order.Fill;

/**
 * Compares what a fill was charged with what the schedule of its market says. What was charged is
 * booked whatever it is; where it is more than was reckoned with, the pair is paused, since every
 * further edge of it would be counted too high.
 */
final class ChargedFees {
  /** A venue that rounds every fill to a cent stays within this. */
  private static final Usd TOLERANCE = Usd.ofCents(1);

  private final Markets markets;
  private final Fees fees;

  ChargedFees(Markets markets, Fees fees) {
    this.markets = markets;
    this.fees = fees;
  }

  /**
   * @param fill that was not known before
   */
  void look(ClientOrder order, Fill fill, Turn turn) {
    Optional<Market> market =
        markets
            .market(fill.instrument().market())
            .filter(known -> Fees.knows(known.terms().fees()));
    if (market.isEmpty()) {
      return;
    }
    Usd expected =
        fees.estimate(
            market.get().terms().fees(),
            fill.liquidity(),
            fill.side(),
            fill.price(),
            fill.quantity());
    Usd more = fill.fee().minus(expected);
    if (more.isGreaterThan(TOLERANCE)) {
      String paused = pause(order, turn) ? "; its pair is paused, since its edge is less" : "";
      turn.alarm("fee-difference", text(fill, expected) + paused + ".");
    } else if (more.negated().isGreaterThan(TOLERANCE)) {
      turn.alarm("fee-difference", text(fill, expected) + ".");
    }
  }

  private static String text(Fill fill, Usd expected) {
    return "%s charged %s for %s shares of %s at %s, by the schedule that we know it would be %s. What was charged is booked"
        .formatted(
            fill.instrument().venue().label(),
            fill.fee(),
            fill.quantity(),
            fill.instrument(),
            fill.price(),
            expected);
  }

  private boolean pause(ClientOrder order, Turn turn) {
    Optional<Pair> pair =
        Optional.ofNullable(order.intent().origin().pair())
            .flatMap(markets::pair)
            .filter(known -> known.status() == PairStatus.APPROVED);
    pair.ifPresent(approved -> {
      String why = "a fill was charged a higher fee than is known";
      new EnginePairs(markets).change(approved.withStatus(PairStatus.PAUSED), why, turn);
    });
    return pair.isPresent();
  }
}
