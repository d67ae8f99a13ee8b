package pairdesk.sandbox.exchange;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

/** Cash and positions of one account by one venue's rules. */
sealed interface Ledger permits KalshiLedger, PolymarketLedger {

  /**
   * A match before it is booked.
   *
   * @param orderId whose rounding fees are gathered together
   */
  record Draft(String orderId, MarketSpec market, Deal deal, boolean taker) {}

  /** What rests, or would rest, in the book. */
  record Resting(OrderTerms terms, Quantity quantity) {
    static Resting of(Order order) {
      return new Resting(order.terms(), order.progress().remaining());
    }
  }

  /**
   * Whether the account can pay for these matches in this market and for what would rest
   * afterwards.
   *
   * @param matches all of one market
   * @param rest what of the order would rest, of zero quantity for nothing
   * @param open the account's other open orders
   */
  boolean covers(List<Draft> matches, Resting rest, Collection<Order> open);

  /** Books the match and says what it cost in fees. */
  Usd book(Draft match);

  /** Takes note of a later settlement status of a trade that concerns this account. */
  void advance(Fill fill, TradeStatus to);

  Position position(MarketId market);

  /** Pays the position out and ends it; empty when there was none. */
  Optional<Settlement> settle(MarketSpec market, Price yesPays, Instant now);

  void setCash(int shard, Usd cash);

  AccountView view(AccountId id, Collection<Order> open);
}
