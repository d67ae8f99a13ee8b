package pairdesk.venues.polymarket;

import pairdesk.venues.net.Chance;
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

  static PolymarketBudgets of(Chance chance) {
    return new PolymarketBudgets(
        new TokenBucket(chance.clock(), 60, 40),
        new TokenBucket(chance.clock(), 120, 80),
        new TokenBucket(chance.clock(), 80, 40),
        new TokenBucket(chance.clock(), 40, 15));
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
