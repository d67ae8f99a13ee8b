package pairdesk.bot.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.sandbox.exchange.Lifetime;
import pairdesk.sandbox.exchange.Settlement;

/** What both venues say in the same words. */
final class Words {
  private Words() {}

  static Lifetime lifetime(OrderIntent.Terms terms) {
    return switch (terms.timeInForce()) {
      case GTC -> new Lifetime.GoodTillCancelled();
      case GTD -> {
        Instant expiry = terms.expiry();
        yield expiry == null ? new Lifetime.GoodTillCancelled() : new Lifetime.GoodTillDate(expiry);
      }
      case IOC -> new Lifetime.ImmediateOrCancel();
      case FOK -> new Lifetime.FillOrKill();
    };
  }

  /** Of each market all that it ever paid. */
  static List<AccountSnapshot.Payout> payouts(List<Settlement> settlements) {
    Map<MarketId, AccountSnapshot.Payout> sums = new TreeMap<>();
    for (Settlement one : settlements) {
      MarketId market = one.position().market();
      AccountSnapshot.Payout before = sums.get(market);
      Usd paid = before == null ? one.payout() : before.paid().plus(one.payout());
      sums.put(market, new AccountSnapshot.Payout(market, one.yesPaid().e4(), paid, one.at()));
    }
    return new ArrayList<>(sums.values());
  }
}
