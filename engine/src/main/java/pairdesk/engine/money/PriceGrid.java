package pairdesk.engine.money;

import java.util.List;

/**
 * The prices at which orders may rest: bands of steps, as Kalshi's {@code price_ranges} and
 * Polymarket's tick size give them. A price is on the grid when it lies on the step of a band that
 * contains it; at a boundary either band accepts. 0 and 1 are never order prices.
 *
 * @param bands contiguous, ascending
 */
public record PriceGrid(List<Band> bands) {

  /** Steps of {@code step} from {@code from} to {@code to}, both included. */
  public record Band(Price from, Price to, int stepE4) {
    public Band {
      if (stepE4 <= 0 || !from.isLessThan(to)) {
        throw new IllegalArgumentException("bad band " + from + " to " + to + " by " + stepE4);
      }
    }

    boolean contains(int e4) {
      return e4 >= from.e4() && e4 <= to.e4();
    }
  }

  public PriceGrid {
    bands = List.copyOf(bands);
    if (bands.isEmpty()) {
      throw new IllegalArgumentException("a price grid needs a band");
    }
  }

  /** The same step everywhere: {@code uniform(100)} is whole cents. */
  public static PriceGrid uniform(int stepE4) {
    return new PriceGrid(List.of(new Band(Price.ZERO, Price.ONE, stepE4)));
  }

  public boolean accepts(Price price) {
    int e4 = price.e4();
    return e4 > 0
        && e4 < 10_000
        && bands.stream().anyMatch(b -> b.contains(e4) && (e4 - b.from().e4()) % b.stepE4() == 0);
  }

  /** The highest grid price at or below this one; the lowest grid price when there is none. */
  public Price floor(Price price) {
    for (int e4 = Math.min(price.e4(), 9_999); e4 > 0; e4--) {
      if (accepts(new Price(e4))) {
        return new Price(e4);
      }
    }
    return lowest();
  }

  /** The lowest grid price at or above this one; the highest grid price when there is none. */
  public Price ceil(Price price) {
    for (int e4 = Math.max(price.e4(), 1); e4 < 10_000; e4++) {
      if (accepts(new Price(e4))) {
        return new Price(e4);
      }
    }
    return highest();
  }

  public Price lowest() {
    return new Price(bands.getFirst().from().e4() + bands.getFirst().stepE4());
  }

  public Price highest() {
    return new Price(bands.getLast().to().e4() - bands.getLast().stepE4());
  }
}
