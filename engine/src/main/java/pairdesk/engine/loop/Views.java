package pairdesk.engine.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import pairdesk.engine.execution.Execution;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ClientOrder;
import pairdesk.engine.portfolio.Exposure;
import pairdesk.engine.portfolio.Portfolio;

/** Makes the snapshot that readers see. */
final class Views {
  private static final int EXECUTIONS = 100;

  private final Parts parts;
  private final Reconciler reconciler;
  private final Announcer announcer;
  private final Kpis kpis;

  Views(Parts parts, Reconciler reconciler, Announcer announcer, Kpis kpis) {
    this.parts = parts;
    this.reconciler = reconciler;
    this.announcer = announcer;
    this.kpis = kpis;
  }

  EngineView view(Instant now) {
    return new EngineView(now, desk(now), trading(now), wealth(now));
  }

  private EngineView.Desk desk(Instant now) {
    var venues = new TreeMap<VenueId, EngineView.Venue>();
    for (VenueId id : parts.venues().ids()) {
      Duration latency = parts.desk().breakers().latency(id, now).orElse(Duration.ZERO);
      venues.put(id, parts.venues().view(id, latency, reconciler.view(id)));
    }
    return new EngineView.Desk(
        parts.desk().controls(),
        parts.desk().breakers().tripped(),
        venues,
        parts.markets().markets(),
        parts.markets().books(),
        parts.markets().pairs());
  }

  private EngineView.Trading trading(Instant now) {
    List<ExecutionSnapshot> executions =
        parts.executions().all().stream()
            .sorted(Comparator.comparing((Execution e) -> e.times().started()).reversed())
            .limit(EXECUTIONS)
            .map(e -> e.snapshot(parts.executions().stand(e)))
            .toList();
    List<EngineView.OpenOrder> orders =
        parts.orders().unsettled().stream()
            .filter(order -> !order.state().isTerminal())
            .map(Views::openOrder)
            .toList();
    return new EngineView.Trading(announcer.seen(), executions, orders, kpis.view(now));
  }

  private static EngineView.OpenOrder openOrder(ClientOrder order) {
    return new EngineView.OpenOrder(order.ref(), order.state(), order.ordered(), order.filled());
  }

  private EngineView.Wealth wealth(Instant now) {
    Portfolio portfolio = parts.ledger().portfolio();
    Exposure exposure = parts.executions().exposure();
    return new EngineView.Wealth(
        portfolio.positions(),
        portfolio.cash(),
        portfolio.pnl(),
        new EngineView.Risk(
            exposure.unhedged(),
            exposure.openRisk(),
            portfolio.capital(),
            parts.ledger().netToday(now).minus(parts.executions().openLoss()).min(Usd.ZERO)));
  }
}
