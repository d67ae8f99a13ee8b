package pairdesk.bot.sim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.Tactic;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.strategy.crossvenue.RestingSettings;

/**
 * How people want their pairs bought: in half of the seeds nobody has chosen; in the others bids
 * rest for most of the pairs, on one venue or the other.
 *
 * @param chosen by the pair's number
 */
record Plans(RestingSettings resting, Map<Long, Tactic> chosen) {
  private static final List<Tactic> OTHERS = List.of(Tactic.TAKER_TAKER, Tactic.SEQUENTIAL);

  static Plans draw(int pairs, Chance chance) {
    Map<Long, Tactic> chosen = new HashMap<>();
    boolean bids = chance.in(500);
    for (long pair = 1; bids && pair <= pairs; pair++) {
      chosen.put(pair, chance.in(700) ? Tactic.MAKER_TAKER : chance.oneOf(OTHERS));
    }
    RestingSettings usual = RestingSettings.DEFAULTS;
    return new Plans(
        new RestingSettings(
            chance.in(650) ? VenueId.POLYMARKET : VenueId.KALSHI,
            usual.rules(),
            usual.maxBookAge(),
            Quantity.ofShares(chance.between(20, 400)),
            false),
        Map.copyOf(chosen));
  }

  Pair of(Pair pair) {
    return pair.withTactic(chosen.get(pair.id().value()));
  }

  /** Whether a bid of ours may rest anywhere. */
  boolean bids() {
    return chosen.containsValue(Tactic.MAKER_TAKER);
  }
}
