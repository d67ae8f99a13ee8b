package pairdesk.engine.risk;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import pairdesk.engine.control.Controls;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.portfolio.Exposure;
import pairdesk.engine.portfolio.Portfolio;
import pairdesk.engine.strategy.MarketView;

/** All that a rule may look at, at one moment. */
public record RiskContext(
    Instant now, MarketView markets, Portfolio portfolio, Exposure exposure, Desk desk, Busy busy) {

  /**
   * What stands in the way of everything.
   *
   * @param venueProblems per venue that is not fully UP, why; a venue that is not in here is UP
   * @param reconciled venues whose account was read and explained
   */
  public record Desk(
      Controls controls,
      Breakers breakers,
      Map<VenueId, String> venueProblems,
      Set<VenueId> reconciled) {
    public Desk {
      venueProblems = Map.copyOf(venueProblems);
      reconciled = Set.copyOf(reconciled);
    }
  }

  /**
   * What is going on per pair, and per market where there is none.
   *
   * @param executing pairs with an execution that is not closed
   * @param unknown pairs with an order of unknown outcome
   * @param coolingUntil pairs that rest after a trade, with the moment from which they may trade
   * @param alone of what is traded without a pair
   * @param stuck markets of executions that found no way out
   */
  public record Busy(
      Set<PairId> executing,
      Set<PairId> unknown,
      Map<PairId, Instant> coolingUntil,
      Alone alone,
      Set<MarketId> stuck) {
    public static final Busy IDLE =
        new Busy(Set.of(), Set.of(), Map.of(), new Alone(Set.of(), Set.of(), Map.of()), Set.of());

    public Busy {
      executing = Set.copyOf(executing);
      unknown = Set.copyOf(unknown);
      coolingUntil = Map.copyOf(coolingUntil);
      stuck = Set.copyOf(stuck);
    }
  }

  /**
   * What is going on in markets that are traded without a pair, as bundles on one venue are.
   *
   * @param executing markets with an execution that is not closed
   * @param unknown markets with an order of unknown outcome
   * @param coolingUntil markets that rest after a trade
   */
  public record Alone(
      Set<MarketId> executing, Set<MarketId> unknown, Map<MarketId, Instant> coolingUntil) {
    public Alone {
      executing = Set.copyOf(executing);
      unknown = Set.copyOf(unknown);
      coolingUntil = Map.copyOf(coolingUntil);
    }
  }
}
