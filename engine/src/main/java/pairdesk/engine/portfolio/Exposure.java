package pairdesk.engine.portfolio;

import java.util.List;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;

/**
 * What is not offset by its other leg, in dollars of cost, over all open executions.
 *
 * @param unhedged to our best knowledge: a provisional fill counts as filled
 * @param openRisk if everything unresolved went against us: what may be filled counts on one leg
 *     and not on the other
 */
public record Exposure(Usd unhedged, Usd openRisk) {
  public static final Exposure NONE = new Exposure(Usd.ZERO, Usd.ZERO);

  /** Of one execution: the surplus of its longest leg over its shortest, at the leg's cost. */
  public static Exposure of(List<LegBounds> legs) {
    Usd unhedged = Usd.ZERO;
    Usd openRisk = Usd.ZERO;
    for (LegBounds leg : legs) {
      for (LegBounds other : legs) {
        if (!leg.equals(other)) {
          unhedged = unhedged.max(cost(leg, leg.known().minusOrZero(other.known())));
          openRisk = openRisk.max(cost(leg, leg.high().minusOrZero(other.low())));
        }
      }
    }
    return new Exposure(unhedged, openRisk);
  }

  public Exposure plus(Exposure other) {
    return new Exposure(unhedged.plus(other.unhedged), openRisk.plus(other.openRisk));
  }

  private static Usd cost(LegBounds leg, Quantity surplus) {
    return Usd.of(leg.cost(), surplus, Rounding.COST_AGAINST_US);
  }
}
