package pairdesk.engine.execution;

import java.util.Optional;
import pairdesk.engine.money.Price;

/** The worst prices of calm repairs, on the grids of their markets. */
record RepairPrices(PriceRules rules, Remedies remedies) {

  /** Of buying what is missing: so far above the plan. */
  Remedies.Limits patches(Stand stand, Scene scene) {
    return leg -> {
      LegStand lagging = stand.legs().get(leg);
      return Optional.of(
          rules.patchLimit(remedies.grid(lagging, scene), lagging.plan().worst(), part(stand)));
    };
  }

  /** Of selling what has no counterpart: so far below its cost. */
  Remedies.Limits sales(Stand stand, Scene scene) {
    return leg -> {
      LegStand leading = stand.legs().get(leg);
      LegStand.Traded bought = leading.bought();
      return Optional.of(
          rules.unwindLimit(
              remedies.grid(leading, scene), bought.value(), bought.quantity(), part(stand)));
    };
  }

  /** An equal part for each leg of what a bundle was to cost at worst. */
  private static Price part(Stand stand) {
    int sum = stand.legs().stream().mapToInt(leg -> leg.plan().worst().e4()).sum();
    return Price.ofE4(sum / stand.legs().size());
  }
}
