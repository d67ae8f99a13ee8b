package pairdesk.engine.book;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;

/** One side of a book, best level first, immutable. Prices and quantities lie in plain arrays. */
public final class Ladder {
  public static final Ladder EMPTY = new Ladder(new int[0], new long[0]);

  private final int[] pricesE4;
  private final long[] quantitiesE6;

  private Ladder(int[] pricesE4, long[] quantitiesE6) {
    this.pricesE4 = pricesE4;
    this.quantitiesE6 = quantitiesE6;
  }

  /**
   * Takes the arrays over without copying; best first, equal length. The caller lets go of them.
   */
  public static Ladder owning(int[] pricesE4, long[] quantitiesE6) {
    if (pricesE4.length != quantitiesE6.length) {
      throw new IllegalArgumentException("levels differ in length");
    }
    return pricesE4.length == 0 ? EMPTY : new Ladder(pricesE4, quantitiesE6);
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
    return pricesE4[level];
  }

  public long quantityE6(int level) {
    return quantitiesE6[level];
  }

  public Level level(int level) {
    return new Level(Price.ofE4(pricesE4[level]), Quantity.ofE6(quantitiesE6[level]));
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
    int[] flipped = new int[pricesE4.length];
    for (int i = 0; i < flipped.length; i++) {
      flipped[i] = 10_000 - pricesE4[i];
    }
    return owning(flipped, quantitiesE6);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ladder that
        && Arrays.equals(pricesE4, that.pricesE4)
        && Arrays.equals(quantitiesE6, that.quantitiesE6);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(pricesE4) + Arrays.hashCode(quantitiesE6);
  }

  @Override
  public String toString() {
    return levels().toString();
  }
}
