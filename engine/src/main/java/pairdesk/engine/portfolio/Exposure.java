package pairdesk.engine.portfolio;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;

/**
 * What is not offset by its other legs, in dollars of cost, over all open executions.
 *
 * @param unhedged to our best knowledge: a provisional fill counts as filled
 * @param openRisk if everything unresolved went against us: what may be filled counts on the other
 *     legs and not on one
 */
public record Exposure(Usd unhedged, Usd openRisk) {
  public static final Exposure NONE = new Exposure(Usd.ZERO, Usd.ZERO);

  /**
   * Of one execution: what the other legs hold more than one of them, at their cost; the dearest,
   * as many as may end worthless. Those that pay bring more than they cost.
   *
   * @param worthless how many of the legs pay nothing, whatever resolves
   */
  public static Exposure of(List<LegBounds> legs, int worthless) {
    Usd unhedged = Usd.ZERO;
    Usd openRisk = Usd.ZERO;
    for (LegBounds missing : legs) {
      Function<LegBounds, Quantity> known = leg -> leg.known().minusOrZero(missing.known());
      Function<LegBounds, Quantity> most = leg -> leg.high().minusOrZero(missing.low());
      List<LegBounds> others = legs.stream().filter(leg -> !leg.equals(missing)).toList();
      unhedged = unhedged.max(dearest(others, known, worthless));
      openRisk = openRisk.max(dearest(others, most, worthless));
    }
    return new Exposure(unhedged, openRisk);
  }

  public Exposure plus(Exposure other) {
    return new Exposure(unhedged.plus(other.unhedged), openRisk.plus(other.openRisk));
  }

  private static Usd dearest(
      List<LegBounds> legs, Function<LegBounds, Quantity> surplus, int worthless) {
    return legs.stream()
        .map(leg -> Usd.of(leg.cost(), surplus.apply(leg), Rounding.COST_AGAINST_US))
        .sorted(Comparator.reverseOrder())
        .limit(worthless)
        .reduce(Usd.ZERO, Usd::plus);
  }
}
