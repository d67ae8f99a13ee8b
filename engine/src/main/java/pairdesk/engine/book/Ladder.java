package pairdesk.engine.book;

import java.util.ArrayList;
import java.util.List;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;

/**
 * One side of a book, best level first, immutable. Prices and quantities lie in plain arrays, in
 * either order; the other outcome's side shares them.
 */
public final class Ladder {
  public static final Ladder EMPTY = new Ladder(new int[0], new long[0], false, false);

  private static final int ONE_E4 = 10_000;

  private final int[] pricesE4;
  private final long[] quantitiesE6;
  private final boolean bestLast;
  private final boolean complemented;

  private Ladder(int[] pricesE4, long[] quantitiesE6, boolean bestLast, boolean complemented) {
    this.pricesE4 = pricesE4;
    this.quantitiesE6 = quantitiesE6;
    this.bestLast = bestLast;
    this.complemented = complemented;
  }

  /**
   * Takes the arrays over without copying; best first, equal length. The caller lets go of them.
   */
  public static Ladder owning(int[] pricesE4, long[] quantitiesE6) {
    return owning(pricesE4, quantitiesE6, false);
  }

  /** As {@link #owning}, of arrays whose best level is the last. */
  public static Ladder owningBestLast(int[] pricesE4, long[] quantitiesE6) {
    return owning(pricesE4, quantitiesE6, true);
  }

  private static Ladder owning(int[] pricesE4, long[] quantitiesE6, boolean bestLast) {
    if (pricesE4.length != quantitiesE6.length) {
      throw new IllegalArgumentException("levels differ in length");
    }
    return pricesE4.length == 0 ? EMPTY : new Ladder(pricesE4, quantitiesE6, bestLast, false);
  }

  /** From levels, best first. */
  public static Ladder of(List<Level> levels) {
    return owning(
        levels.stream().mapToInt(l -> l.price().e4()).toArray(),
        levels.stream().mapToLong(l -> l.quantity().e6()).toArray());
  }

  public int size() {
    return pricesE4.length;
  }

  public boolean isEmpty() {
    return pricesE4.length == 0;
  }

  public int priceE4(int level) {
    int price = pricesE4[at(level)];
    return complemented ? ONE_E4 - price : price;
  }

  public long quantityE6(int level) {
    return quantitiesE6[at(level)];
  }

  public Level level(int level) {
    return new Level(Price.ofE4(priceE4(level)), Quantity.ofE6(quantityE6(level)));
  }

  public Level best() {
    return level(0);
  }

  public List<Level> levels() {
    var levels = new ArrayList<Level>(size());
    for (int i = 0; i < size(); i++) {
      levels.add(level(i));
    }
    return levels;
  }

  /** The same levels seen from the other outcome: every price becomes its complement. */
  public Ladder complement() {
    return isEmpty() ? this : new Ladder(pricesE4, quantitiesE6, bestLast, !complemented);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Ladder that) || size() != that.size()) {
      return false;
    }
    for (int i = 0; i < size(); i++) {
      if (priceE4(i) != that.priceE4(i) || quantityE6(i) != that.quantityE6(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = 0; i < size(); i++) {
      hash = 31 * (31 * hash + priceE4(i)) + Long.hashCode(quantityE6(i));
    }
    return hash;
  }

  @Override
  public String toString() {
    return levels().toString();
  }

  private int at(int level) {
    return bestLast ? pricesE4.length - 1 - level : level;
  }
}
