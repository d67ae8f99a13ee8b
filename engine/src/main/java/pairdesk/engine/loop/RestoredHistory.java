package pairdesk.engine.loop;

import java.util.HashMap;
import java.util.Map;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.journal.Recovered.StoredOrder;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.portfolio.Attribution;
import pairdesk.engine.portfolio.History;
import pairdesk.engine.strategy.crossvenue.CrossVenueStrategy;

/** What the portfolio is rebuilt from: every fill with whose it is. */
final class RestoredHistory {
  private final Recovered recovered;
  private final Map<ClientOrderId, Attribution> byOrder = new HashMap<>();

  RestoredHistory(Recovered recovered) {
    this.recovered = recovered;
    var strategies = new HashMap<ExecutionId, String>();
    for (ExecutionSnapshot execution : recovered.openExecutions()) {
      strategies.put(execution.id(), execution.strategy());
    }
    for (StoredOrder order : recovered.orders()) {
      PairId pair = order.intent().origin().pair();
      String strategy =
          strategies.getOrDefault(order.intent().origin().execution(), CrossVenueStrategy.NAME);
      byOrder.put(order.intent().id(), new Attribution(strategy, pair));
    }
  }

  History history() {
    return new History(
        recovered.fills().stream().map(f -> new History.Booked(f, attribution(f))).toList(),
        recovered.payouts().stream().map(JournalRecord.PayoutBooked::payout).toList(),
        recovered.money().cash(),
        recovered.money().pnl());
  }

  /** By its order; one without an order of ours was not ours before the restart either. */
  private Attribution attribution(Fill fill) {
    if (fill.order() == null) {
      return Attribution.EXTERNAL;
    }
    Attribution known = byOrder.get(fill.order());
    return known == null ? byMarket(fill.instrument().market()) : known;
  }

  private Attribution byMarket(MarketId market) {
    return recovered.pairs().stream()
        .filter(pair -> pair.left().equals(market) || pair.right().equals(market))
        .map(Pair::id)
        .findFirst()
        .map(pair -> new Attribution(CrossVenueStrategy.NAME, pair))
        .orElse(Attribution.EXTERNAL);
  }
}
