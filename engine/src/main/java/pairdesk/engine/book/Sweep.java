package pairdesk.engine.book;

import java.util.ArrayList;
import java.util.List;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;

/**
 * A walk through the depth of one side of a book: what a number of shares would cost, or bring, if
 * every level were still there.
 *
 * <p>Example: asks of 10 at 0.40 and 50 at 0.42; {@code buy(asks, 30 shares, 0.42)} takes 10 and
 * 20, costs $12.40 and reaches 0.42.
 *
 * @param parts what is taken of each level, best first; empty when nothing can be had
 * @param shares their sum, at most what was wanted
 * @param amount dollars: a buy's cost rounded up, a sale's proceeds rounded down
 */
public record Sweep(List<Level> parts, Quantity shares, Usd amount) {

  public Sweep {
    parts = List.copyOf(parts);
  }

  /** Takes asks from the best on, up to the wanted shares and no dearer than the limit. */
  public static Sweep buy(Ladder asks, Quantity wanted, Price limit) {
    int levels = 0;
    while (levels < asks.size() && asks.priceE4(levels) <= limit.e4()) {
      levels++;
    }
    return walk(asks, levels, wanted, Rounding.COST_AGAINST_US);
  }

  /** Takes bids from the best on, up to the wanted shares and no cheaper than the floor. */
  public static Sweep sell(Ladder bids, Quantity wanted, Price floor) {
    int levels = 0;
    while (levels < bids.size() && bids.priceE4(levels) >= floor.e4()) {
      levels++;
    }
    return walk(bids, levels, wanted, Rounding.PROCEEDS_AGAINST_US);
  }

  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /** How many levels it reaches into. */
  public int depth() {
    return parts.size();
  }

  /**
   * The price of the deepest level reached.
   *
   * @throws java.util.NoSuchElementException when nothing can be had
   */
  public Price worst() {
    return parts.getLast().price();
  }

  private static Sweep walk(Ladder side, int levels, Quantity wanted, Rounding rounding) {
    var parts = new ArrayList<Level>();
    long missing = wanted.e6();
    long amountE6 = 0;
    for (int i = 0; i < levels && missing > 0; i++) {
      long taken = Math.min(missing, side.quantityE6(i));
      if (taken > 0) {
        var part = new Level(Price.ofE4(side.priceE4(i)), Quantity.ofE6(taken));
        parts.add(part);
        amountE6 = Math.addExact(amountE6, Usd.of(part.price(), part.quantity(), rounding).e6());
        missing -= taken;
      }
    }
    return new Sweep(parts, Quantity.ofE6(wanted.e6() - missing), Usd.ofE6(amountE6));
  }
}
