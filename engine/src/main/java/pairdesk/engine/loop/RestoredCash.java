package pairdesk.engine.loop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionSnapshot.LegSnapshot;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.journal.Recovered.StoredOrder;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ClientOrder;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.Side;
import pairdesk.engine.portfolio.CashPosition;

/**
 * The stored cash, brought up to the stored fills. The fills that a repair answers are committed
 * with its intent, ahead of the rows that the journal writes behind them: a process that died in
 * between left fills of which the row of cash knows nothing. Which these are, the execution's own
 * row tells: it is written together with the cash, and says what had been spent by then. Where even
 * that row is missing, nothing had been. What comes of it is written with the first rows of the new
 * process ({@link Ledger#begin}), or the next one would find the execution's row ahead of the cash.
 */
final class RestoredCash {
  private final Recovered recovered;
  private final Function<ExecutionId, List<ClientOrder>> orders;
  private final ToIntFunction<MarketId> shardOf;

  /**
   * @param recovered of the real account
   * @param orders of an execution, with the fills that are stored
   */
  RestoredCash(
      Recovered recovered,
      Function<ExecutionId, List<ClientOrder>> orders,
      ToIntFunction<MarketId> shardOf) {
    this.recovered = recovered;
    this.orders = orders;
    this.shardOf = shardOf;
  }

  List<CashPosition> positions() {
    var missing = new HashMap<MarketId, Usd>();
    var unknown = new TreeSet<ExecutionId>();
    for (StoredOrder order : recovered.orders()) {
      if (!order.state().isTerminal()) {
        unknown.add(order.intent().origin().execution());
      }
    }
    for (ExecutionSnapshot stored : recovered.openExecutions()) {
      unknown.remove(stored.id());
      spent(stored.id(), missing);
      for (LegSnapshot leg : stored.legs()) {
        Usd known = leg.spent().plus(leg.fees()).minus(leg.received());
        missing.merge(leg.instrument().market(), known.negated(), Usd::plus);
      }
    }
    unknown.forEach(id -> spent(id, missing));
    return less(missing);
  }

  private void spent(ExecutionId id, Map<MarketId, Usd> sums) {
    for (ClientOrder order : orders.apply(id)) {
      Usd value = order.side() == Side.BUY ? order.value() : order.value().negated();
      sums.merge(order.intent().instrument().market(), value.plus(order.fees()), Usd::plus);
    }
  }

  private List<CashPosition> less(Map<MarketId, Usd> missing) {
    var positions = new ArrayList<>(recovered.money().cash());
    missing.forEach((market, amount) ->
        positions.replaceAll(cash -> isAt(cash, market) ? less(cash, amount) : cash));
    return positions;
  }

  private boolean isAt(CashPosition cash, MarketId market) {
    return cash.venue().equals(market.venue()) && cash.shard() == shardOf.applyAsInt(market);
  }

  private static CashPosition less(CashPosition cash, Usd amount) {
    return new CashPosition(
        cash.venue(), cash.shard(), cash.total().minus(amount), cash.reserved(), cash.reportedAt());
  }
}
