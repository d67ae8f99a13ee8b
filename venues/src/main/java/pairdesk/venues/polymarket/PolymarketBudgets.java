package pairdesk.venues.polymarket;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.HttpCall;
import pairdesk.venues.net.HttpOutcome.Answered;
import pairdesk.venues.net.Priority;
import pairdesk.venues.net.TokenBucket;
import pairdesk.venues.net.Toll;

/**
 * What the venue allows one signer at the lowest tier, and the edge allows an address. Source:
 * pages on rate limits, October 2026.
 *
 * @param orders 40 a second, one token for each order
 * @param cancels 80 a second, one token for each order
 * @param ledger orders, trades: 500 in 10 s
 * @param balances 200 in 10 s
 */
record PolymarketBudgets(
    TokenBucket orders, TokenBucket cancels, TokenBucket ledger, TokenBucket balances) {

  private static final Logger LOG = LoggerFactory.getLogger(PolymarketBudgets.class);
  private static final String TIER = "poly-ratelimit-tier";
  private static final String REMAINING = "poly-ratelimit-remaining";
  private static final String WARNING = "poly-ratelimit-warning";

  static PolymarketBudgets of(Chance chance) {
    PolymarketTier lowest = PolymarketTier.STANDARD;
    return new PolymarketBudgets(
        new TokenBucket(chance.clock(), lowest.burst(), lowest.rate()),
        new TokenBucket(chance.clock(), lowest.cancelBurst(), lowest.cancelRate()),
        new TokenBucket(chance.clock(), 80, 40),
        new TokenBucket(chance.clock(), 40, 15));
  }

  /** Takes over what the answer to a call says of the budget that paid for it. */
  void heed(HttpCall call, Answered answer) {
    answer
        .header(TIER)
        .flatMap(PolymarketTier::named)
        .ifPresent(tier -> {
          orders.resize(tier.burst(), tier.rate());
          cancels.resize(tier.cancelBurst(), tier.cancelRate());
        });
    answer
        .header(REMAINING)
        .filter(left -> left.matches("[0-9]{1,6}"))
        .ifPresent(left -> call.toll().bucket().left(Integer.parseInt(left)));
    if (answer.header(WARNING).isPresent()) {
      LOG.atWarn().addKeyValue("call", call).log("the venue would have refused: too many requests");
    }
  }

  Toll order(int count, Priority priority) {
    return new Toll(orders, count, priority);
  }

  Toll cancel(int count) {
    return new Toll(cancels, count, Priority.CANCEL);
  }

  Toll ledgerRead() {
    return new Toll(ledger, 1, Priority.READ);
  }

  Toll balanceRead() {
    return new Toll(balances, 1, Priority.READ);
  }
}
