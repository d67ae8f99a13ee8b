package pairdesk.venues.kalshi;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.book.Level;

/**
 * The bids of one outcome in plain arrays, lowest first as on the wire: what changes lies mostly
 * near the best bid, which is the last. Not safe for threads.
 */
final class KalshiBids {
  private int[] pricesE4 = new int[32];
  private long[] quantitiesE6 = new long[32];
  private int size;

  /** As it was shown last; null once something has changed. */
  private @Nullable Ladder ladder;

  /**
   * From levels in any order; those of nothing are left out.
   *
   * @throws IllegalArgumentException when a price comes twice
   */
  static KalshiBids of(List<Level> levels) {
    var bids = new KalshiBids();
    levels.stream()
        .sorted(Comparator.comparing(Level::price))
        .forEach(level -> {
          if (!bids.append(level.price().e4(), level.quantity().e6())) {
            throw new IllegalArgumentException("want each price once: " + level.price());
          }
        });
    return bids;
  }

  /** Adds a level above all others; false when it is not above them. */
  boolean append(int priceE4, long quantityE6) {
    if (size > 0 && priceE4 <= pricesE4[size - 1]) {
      return false;
    }
    ladder = null;
    if (quantityE6 > 0) {
      insert(size, priceE4, quantityE6);
    }
    return true;
  }

  /** Changes what rests at a price; false when less than nothing would. */
  boolean change(int priceE4, long changeE6) {
    int at = Arrays.binarySearch(pricesE4, 0, size, priceE4);
    long rests = (at < 0 ? 0 : quantitiesE6[at]) + changeE6;
    if (rests < 0) {
      return false;
    }
    ladder = null;
    if (rests == 0) {
      remove(at);
    } else if (at < 0) {
      insert(-at - 1, priceE4, rests);
    } else {
      quantitiesE6[at] = rests;
    }
    return true;
  }

  /** Takes these over. */
  void replace(KalshiBids other) {
    pricesE4 = Arrays.copyOf(other.pricesE4, other.pricesE4.length);
    quantitiesE6 = Arrays.copyOf(other.quantitiesE6, other.quantitiesE6.length);
    size = other.size;
    ladder = null;
  }

  boolean sameAs(KalshiBids other) {
    return Arrays.equals(pricesE4, 0, size, other.pricesE4, 0, other.size)
        && Arrays.equals(quantitiesE6, 0, size, other.quantitiesE6, 0, other.size);
  }

  /** As bids of this outcome, best first. The same one until something changes. */
  Ladder bids() {
    if (ladder == null) {
      ladder =
          Ladder.owningBestLast(Arrays.copyOf(pricesE4, size), Arrays.copyOf(quantitiesE6, size));
    }
    return ladder;
  }

  /** As asks of the other outcome, best first: a bid of 0.40 there is an ask of 0.60 here. */
  Ladder asksOfOther() {
    return bids().complement();
  }

  private void insert(int at, int priceE4, long quantityE6) {
    if (size == pricesE4.length) {
      pricesE4 = Arrays.copyOf(pricesE4, 2 * size);
      quantitiesE6 = Arrays.copyOf(quantitiesE6, 2 * size);
    }
    System.arraycopy(pricesE4, at, pricesE4, at + 1, size - at);
    System.arraycopy(quantitiesE6, at, quantitiesE6, at + 1, size - at);
    pricesE4[at] = priceE4;
    quantitiesE6[at] = quantityE6;
    size++;
  }

  /** Negative: nothing was there. */
  private void remove(int at) {
    if (at >= 0) {
      size--;
      System.arraycopy(pricesE4, at + 1, pricesE4, at, size - at);
      System.arraycopy(quantitiesE6, at + 1, quantitiesE6, at, size - at);
    }
  }
}
