package pairdesk.engine.loop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.order.ClientOrder;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;

/**
 * Pauses a pair whose fills a venue takes back again and again: offers that match and then revert
 * are no liquidity. A person looks before it goes on.
 */
final class Reversals {
  private final Markets markets;
  private final Orders orders;
  private final EngineSettings.Reversals limits;

  Reversals(Parts parts, EngineSettings.Reversals limits) {
    this.markets = parts.markets();
    this.orders = parts.orders();
    this.limits = limits;
  }

  /** A fill of this order was taken back a moment ago. */
  void takenBack(ClientOrder order, Turn turn) {
    Optional.ofNullable(order.intent().origin().pair())
        .flatMap(markets::pair)
        .filter(pair -> pair.status() == PairStatus.APPROVED)
        .ifPresent(pair -> judge(pair, order.intent().instrument().venue(), turn));
  }

  private void judge(Pair pair, VenueId venue, Turn turn) {
    List<Fill> matched = fills(pair.id(), venue, turn.now().minus(limits.within()));
    long reverted = matched.stream().filter(fill -> fill.status() == FillStatus.VOIDED).count();
    if (reverted < limits.most()) {
      return;
    }
    String why =
        "%s took back %d of %d fills that it had matched in %d min"
            .formatted(venue.label(), reverted, matched.size(), limits.within().toMinutes());
    new EnginePairs(markets).change(pair.withStatus(PairStatus.PAUSED), why, turn);
    turn.alarm(
        "reversals",
        "Pair %s is paused: %s. Offers there may be withdrawn once they have matched. Look at who trades in that market before you resume the pair; one more within that time pauses it again."
            .formatted(pair.id(), why));
  }

  /** Matched since then, whatever became of them. */
  private List<Fill> fills(PairId pair, VenueId venue, Instant since) {
    return orders.all().stream()
        .filter(order -> pair.equals(order.intent().origin().pair()))
        .filter(order -> order.intent().instrument().venue().equals(venue))
        .flatMap(order -> order.fills().stream())
        .filter(fill -> fill.at().isAfter(since))
        .toList();
  }
}
