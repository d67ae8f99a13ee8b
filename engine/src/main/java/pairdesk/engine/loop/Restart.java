package pairdesk.engine.loop;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pairdesk.engine.execution.Execution;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.journal.Recovered.StoredOrder;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.order.ClientOrder;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.portfolio.Attribution;
import pairdesk.engine.portfolio.CashPosition;
import pairdesk.engine.portfolio.History;
import pairdesk.engine.portfolio.Portfolio;
import pairdesk.engine.risk.Breakers;
import pairdesk.engine.strategy.crossvenue.CrossVenueStrategy;
import pairdesk.engine.venue.AccountSnapshot;

/** Puts the engine's parts back as the database remembers them. */
final class Restart {
  private final Recovered recovered;
  private final EngineSettings settings;
  private final Instant now;

  Restart(Recovered recovered, EngineSettings settings, Instant now) {
    this.recovered = recovered;
    this.settings = settings;
    this.now = now;
  }

  /**
   * @param known markets in use, so that money is looked for where it lies
   */
  Parts parts(Collection<Market> known) {
    var markets = new Markets();
    known.forEach(markets::listed);
    recovered.pairs().forEach(markets::pairChanged);
    var ledger = new Ledger(Portfolio.from(history(), markets::shard));
    var orders = new Orders(ledger);
    var resolver = new Resolver(orders, settings.venues(), settings.rhythm().doubts());
    var executions = new ExecutionBook(orders, resolver);
    recovered.orders().forEach(stored -> orders.restore(order(stored)));
    recovered.openExecutions().forEach(stored -> executions.put(execution(stored)));
    var breakers =
        Breakers.from(
            settings.rules().limits(), recovered.breakers(), recovered.money().highWater());
    return new Parts(
        markets,
        new Venues(settings.venues().keySet()),
        orders,
        resolver,
        executions,
        ledger,
        new Desk(recovered.controls(), breakers));
  }

  /** Per venue, until when its account was read before; now where it never was. */
  Map<VenueId, Instant> lastRead() {
    var lastRead = new HashMap<VenueId, Instant>();
    for (VenueId venue : settings.venues().keySet()) {
      lastRead.put(
          venue,
          recovered.money().cash().stream()
              .filter(cash -> cash.venue().equals(venue))
              .map(CashPosition::reportedAt)
              .filter(at -> at.isAfter(Instant.EPOCH))
              .min(Instant::compareTo)
              .orElse(now));
    }
    return lastRead;
  }

  private ClientOrder order(StoredOrder stored) {
    List<Fill> fills =
        recovered.fills().stream()
            .filter(fill -> belongs(fill, stored))
            .map(fill -> fill.withOrder(stored.intent().id()))
            .toList();
    boolean left = stored.state() != OrderState.INTENDED;
    return new ClientOrder(
        stored.intent(),
        stored.mode(),
        stored.ref(),
        new ClientOrder.Report(
            stored.state(),
            stored.filled(),
            new ClientOrder.Marks(left, false),
            "as stored",
            stored.at()),
        fills);
  }

  private static boolean belongs(Fill fill, StoredOrder stored) {
    return stored.intent().id().equals(fill.order())
        || (fill.instrument().equals(stored.intent().instrument())
            && (fill.key().venueOrder().equals(stored.ref().venueOrderId())
                || fill.key().venueOrder().equals(stored.ref().venueKey())));
  }

  private Execution execution(ExecutionSnapshot stored) {
    StoredOrder any =
        recovered.orders().stream()
            .filter(o -> o.intent().origin().execution().equals(stored.id()))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("execution without orders: " + stored.id()));
    return Execution.restored(stored, any.intent().approval().verdict(), any.mode());
  }

  private History history() {
    var byExecution = new HashMap<ExecutionId, Attribution>();
    for (ExecutionSnapshot e : recovered.openExecutions()) {
      byExecution.put(e.id(), new Attribution(e.strategy(), e.pair()));
    }
    var byOrder = new HashMap<String, Attribution>();
    for (StoredOrder order : recovered.orders()) {
      Attribution whose = byExecution.get(order.intent().origin().execution());
      if (whose != null) {
        byOrder.put(order.intent().id().value(), whose);
      }
    }
    var fills = recovered.fills().stream().map(f -> booked(f, byOrder)).toList();
    var payouts = recovered.payouts().stream().map(Restart::payout).toList();
    return new History(fills, payouts, recovered.money().cash(), recovered.money().pnl());
  }

  /** By its order where that is still known; else by the pair that its market belongs to. */
  private History.Booked booked(Fill fill, Map<String, Attribution> byOrder) {
    Attribution known = fill.order() == null ? null : byOrder.get(fill.order().value());
    return new History.Booked(fill, known == null ? byMarket(fill.instrument().market()) : known);
  }

  private Attribution byMarket(MarketId market) {
    return recovered.pairs().stream()
        .filter(pair -> pair.left().equals(market) || pair.right().equals(market))
        .map(Pair::id)
        .findFirst()
        .map(pair -> new Attribution(CrossVenueStrategy.NAME, pair))
        .orElse(Attribution.EXTERNAL);
  }

  private static AccountSnapshot.Payout payout(JournalRecord.PayoutBooked row) {
    return new AccountSnapshot.Payout(row.market(), row.yesValueE4(), row.paid(), row.at());
  }
}
