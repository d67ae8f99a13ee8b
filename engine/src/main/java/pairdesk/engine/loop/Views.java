package pairdesk.engine.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ClientOrder;
import pairdesk.engine.portfolio.Exposure;
import pairdesk.engine.portfolio.Portfolio;

/** Makes the snapshot that readers see. */
final class Views {
  private static final int EXECUTIONS = 100;
  private static final Comparator<ExecutionSnapshot> NEWEST_FIRST =
      Comparator.comparing((ExecutionSnapshot one) -> one.times().started()).reversed();

  private final Accounts accounts;
  private final Parts real;
  private final Told told;

  /** Who knows what, beside the accounts. */
  record Told(
      Reconciler reconciler, Redemptions redemptions, Announcer announcer, LimitsInForce limits) {}

  Views(Accounts accounts, Told told) {
    this.accounts = accounts;
    this.real = accounts.real().parts();
    this.told = told;
  }

  EngineView view(Instant now) {
    Account paper = accounts.paper();
    return new EngineView(
        now,
        desk(now),
        trading(now),
        wealth(real, told.redemptions().view(), now),
        new EngineView.Paper(wealth(paper.parts(), List.of(), now), paper.kpis().view(now)));
  }

  private EngineView.Desk desk(Instant now) {
    var venues = new TreeMap<VenueId, EngineView.Venue>();
    for (VenueId id : real.venues().ids()) {
      Duration latency = real.stops().breakers().latency(id, now).orElse(Duration.ZERO);
      venues.put(id, real.venues().view(id, latency, told.reconciler().view(id)));
    }
    return new EngineView.Desk(
        real.desk().controls(),
        told.limits().view(),
        accounts.all().stream().flatMap(a -> a.parts().stops().tripped().stream()).toList(),
        venues,
        real.markets().markets(),
        real.markets().books(),
        real.markets().pairs());
  }

  private EngineView.Trading trading(Instant now) {
    List<ExecutionSnapshot> executions =
        accounts.all().stream()
            .flatMap(account -> account.parts().executions().newest(EXECUTIONS).stream())
            .sorted(NEWEST_FIRST)
            .limit(EXECUTIONS)
            .toList();
    List<EngineView.OpenOrder> orders =
        accounts.all().stream()
            .flatMap(account -> account.parts().orders().unsettled().stream())
            .filter(order -> !order.state().isTerminal())
            .map(Views::openOrder)
            .toList();
    return new EngineView.Trading(
        told.announcer().seen(), executions, orders, accounts.real().kpis().view(now));
  }

  private static EngineView.OpenOrder openOrder(ClientOrder order) {
    return new EngineView.OpenOrder(
        order.ref(), order.mode(), order.state(), order.ordered(), order.filled());
  }

  private static EngineView.Wealth wealth(
      Parts parts, List<EngineView.Winnings> winnings, Instant now) {
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
            parts.ledger().netToday(now).minus(parts.executions().openLoss()).min(Usd.ZERO)),
        winnings);
  }
}
