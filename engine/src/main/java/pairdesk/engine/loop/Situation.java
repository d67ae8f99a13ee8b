package pairdesk.engine.loop;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import pairdesk.engine.execution.Execution;
import pairdesk.engine.execution.Scene;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.risk.RiskContext;

/** Puts together what rules and executions may look at. */
final class Situation {
  private final Markets markets;
  private final Ledger ledger;
  private final ExecutionBook executions;
  private final Desk desk;
  private final Stops stops;
  private final Venues venues;
  private final Function<Instant, Set<VenueId>> reconciled;
  private final Limits limits;

  /**
   * @param reconciled venues whose account is read and explained, at this moment
   */
  Situation(Parts parts, Function<Instant, Set<VenueId>> reconciled, Limits limits) {
    this.markets = parts.markets();
    this.ledger = parts.ledger();
    this.executions = parts.executions();
    this.desk = parts.desk();
    this.stops = parts.stops();
    this.venues = parts.venues();
    this.reconciled = reconciled;
    this.limits = limits;
  }

  /** For new risk: everything about a venue must work. */
  RiskContext risk(Instant now) {
    return context(venues.problems(), now);
  }

  /** For orders that take risk away: a venue that takes orders is enough. */
  RiskContext repair(Instant now) {
    return context(venues.tradingProblems(), now);
  }

  private RiskContext context(Map<VenueId, String> problems, Instant now) {
    Set<VenueId> clean = reconciled.apply(now);
    return new RiskContext(
        now,
        markets,
        ledger.portfolio(),
        executions.exposure(),
        new RiskContext.Desk(desk.controls(), stops.breakers(), problems, clean),
        new RiskContext.Busy(
            executions.executingPairs(), executions.unknownPairs(), executions.coolingUntil(now)));
  }

  /** For one execution. */
  Scene scene(Execution execution, Instant now) {
    var bounds =
        new Scene.Bounds(
            venues.taking(),
            limits.quality().maxBookAge(),
            limits.capital().open().unhedged().at(ledger.portfolio().capital()),
            desk.controls().halted() || isFrozen(execution, now));
    return new Scene(now, markets, bounds, execution.denials());
  }

  private boolean isFrozen(Execution execution, Instant now) {
    return execution.plan().legs().stream()
        .anyMatch(leg -> closesSoon(leg.instrument().market(), now));
  }

  private boolean closesSoon(MarketId id, Instant now) {
    return markets
        .market(id)
        .map(Market::life)
        .map(Market.Life::close)
        .filter(close -> !now.isBefore(close.minus(limits.timing().freeze())))
        .isPresent();
  }
}
