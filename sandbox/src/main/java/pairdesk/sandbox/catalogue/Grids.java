package pairdesk.sandbox.catalogue;

import java.util.List;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.PriceGrid.Band;

/** Price grids that are finer at the edges. */
final class Grids {
  private static final Price TENTH = Price.ofCents(10);
  private static final Price NINE_TENTHS = Price.ofCents(90);

  private Grids() {}

  /** Tenths of a cent below 0.10 and above 0.90, cents between. */
  static PriceGrid tapered() {
    return new PriceGrid(
        List.of(
            new Band(Price.ZERO, TENTH, 10),
            new Band(TENTH, NINE_TENTHS, 100),
            new Band(NINE_TENTHS, Price.ONE, 10)));
  }
}
