package pairdesk.engine.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.control.Controls;
import pairdesk.engine.execution.Execution;
import pairdesk.engine.execution.ExecutionSettings;
import pairdesk.engine.execution.Plan;
import pairdesk.engine.execution.PlanLeg;
import pairdesk.engine.execution.Scene;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.risk.OrderContext;
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
  private final LimitsInForce limits;
  private final Duration beforeFreeze;

  /**
   * @param reconciled venues whose account is read and explained, at this moment
   */
  Situation(
      Parts parts,
      Function<Instant, Set<VenueId>> reconciled,
      LimitsInForce limits,
      ExecutionSettings execution) {
    this.markets = parts.markets();
    this.ledger = parts.ledger();
    this.executions = parts.executions();
    this.desk = parts.desk();
    this.stops = parts.stops();
    this.venues = parts.venues();
    this.reconciled = reconciled;
    this.limits = limits;
    this.beforeFreeze = execution.resting().beforeFreeze();
  }

  /** For opportunities. */
  RiskContext risk(Instant now) {
    return new RiskContext(
        now,
        markets,
        ledger.portfolio(),
        executions.exposure(),
        desk(venues.problems(), now),
        new RiskContext.Busy(
            executions.executingPairs(),
            executions.unknownPairs(),
            executions.coolingUntil(now),
            executions.alone(now),
            executions.stuckMarkets()));
  }

  /** For orders that add risk: everything about a venue must work. */
  OrderContext entries(Instant now) {
    return new OrderContext(now, markets, ledger.portfolio(), desk(venues.problems(), now));
  }

  /** For orders that take risk away: a venue that takes orders is enough. */
  OrderContext repairs(Instant now) {
    return new OrderContext(now, markets, ledger.portfolio(), desk(venues.tradingProblems(), now));
  }

  private RiskContext.Desk desk(Map<VenueId, String> problems, Instant now) {
    return new RiskContext.Desk(desk.controls(), stops.breakers(), problems, reconciled.apply(now));
  }

  /** For one execution. */
  Scene scene(Execution execution, Instant now) {
    var bounds =
        new Scene.Bounds(
            venues.taking(),
            limits.limits().quality().maxBookAge(),
            limits.limits().capital().open().unhedged().at(ledger.portfolio().capital()),
            desk.controls().halted() || isFrozen(execution, now),
            resting(execution, now));
    return new Scene(now, markets, bounds, execution.denials());
  }

  /** Whether its bid may rest on, if it has one. */
  private Scene.Resting resting(Execution execution, Instant now) {
    return execution.plan() instanceof Plan.MakerTaker
        ? new Scene.Resting(stop(execution, now).orElse(""), lastRest(instruments(execution)))
        : Scene.Resting.ALLOWED;
  }

  private static List<Instrument> instruments(Execution execution) {
    return execution.plan().legs().stream().map(PlanLeg::instrument).toList();
  }

  private Optional<String> stop(Execution execution, Instant now) {
    Controls controls = desk.controls();
    if (desk.isStopping()) {
      return Optional.of("the desk is about to end");
    }
    if (controls.halted()) {
      return Optional.of("halted: " + controls.haltReason());
    }
    if (controls.mode().orMoreCareful(execution.mode()) != execution.mode()) {
      return Optional.of("the mode is " + controls.mode());
    }
    PairId pair = execution.origin().pair();
    if (pair != null
        && markets.pair(pair).filter(p -> p.status() == PairStatus.APPROVED).isEmpty()) {
      return Optional.of("pair " + pair + " is not approved any more");
    }
    return execution.plan().legs().stream()
        .map(leg -> leg.instrument().venue())
        .flatMap(venue -> stop(venue, now).stream())
        .findFirst();
  }

  private Optional<String> stop(VenueId venue, Instant now) {
    String problem = venues.problems().get(venue);
    if (problem != null) {
      return Optional.of(venue.label() + ": " + problem);
    }
    if (!reconciled.apply(now).contains(venue)) {
      return Optional.of(venue.label() + ": its account has to be read anew");
    }
    return stops
        .breakers()
        .blocksEntries(venue)
        .map(state -> "breaker " + state.name() + ": " + state.cause());
  }

  /** Whether a bid for one of these has any time left to rest. */
  boolean hasTimeToRest(List<Instrument> legs, Instant now) {
    Instant last = lastRest(legs);
    return last == null || now.isBefore(last);
  }

  /** The freeze before the earlier close, and some time for the cancel. */
  private @Nullable Instant lastRest(List<Instrument> legs) {
    return legs.stream()
        .flatMap(leg -> markets.market(leg.market()).stream())
        .flatMap(market -> Stream.ofNullable(market.life().end()))
        .min(Instant::compareTo)
        .map(close -> close.minus(limits.limits().timing().freeze()).minus(beforeFreeze))
        .orElse(null);
  }

  private boolean isFrozen(Execution execution, Instant now) {
    return execution.plan().legs().stream()
        .anyMatch(leg -> closesSoon(leg.instrument().market(), now));
  }

  private boolean closesSoon(MarketId id, Instant now) {
    return markets
        .market(id)
        .map(Market::life)
        .map(Market.Life::end)
        .filter(close -> !now.isBefore(close.minus(limits.limits().timing().freeze())))
        .isPresent();
  }
}
