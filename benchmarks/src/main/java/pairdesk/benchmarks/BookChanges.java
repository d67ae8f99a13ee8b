package pairdesk.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;

/** A book of forty cents a side, and a round of changes that ends where it began. */
final class BookChanges {
  static final int ROUND = 1_024;

  private static final int LEVELS = 40;
  private static final long SEED = 20261120;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final List<Change> start = new ArrayList<>();
  private final List<Change> round = new ArrayList<>();

  /** A change of what rests, in the terms of either side. */
  record Change(
      Outcome outcome,
      Price price,
      long changeE6,
      BigDecimal decimalPrice,
      BigDecimal decimalChange) {

    static Change of(Outcome outcome, int priceE4, long changeE6) {
      return new Change(
          outcome,
          Price.ofE4(priceE4),
          changeE6,
          BigDecimal.valueOf(priceE4 / 100, 2),
          BigDecimal.valueOf(changeE6 / 10_000, 2));
    }

    Change undone() {
      return of(outcome, price.e4(), -changeE6);
    }
  }

  BookChanges() {
    var rests = new HashMap<Integer, Long>();
    for (Outcome outcome : Outcome.values()) {
      for (int cent = 1; cent <= LEVELS; cent++) {
        long quantity = shares();
        rests.put(key(outcome, cent), quantity);
        start.add(Change.of(outcome, cent * 100, quantity));
      }
    }
    for (int i = 0; i < ROUND / 2; i++) {
      round.add(next(rests));
    }
    for (int i = ROUND / 2 - 1; i >= 0; i--) {
      round.add(round.get(i).undone());
    }
  }

  List<Change> start() {
    return start;
  }

  List<Change> round() {
    return round;
  }

  /** More, less, or all of a level; near the best price mostly, as on a venue. */
  private Change next(Map<Integer, Long> rests) {
    Outcome outcome = random.nextBoolean() ? Outcome.YES : Outcome.NO;
    int cent = LEVELS - Math.min(random.nextInt(LEVELS), random.nextInt(LEVELS));
    long now = rests.getOrDefault(key(outcome, cent), 0L);
    long change = now > 0 && random.nextInt(3) == 0 ? -now : shares();
    rests.put(key(outcome, cent), now + change);
    return Change.of(outcome, cent * 100, change);
  }

  private long shares() {
    return random.nextLong(1, 500) * 1_000_000;
  }

  private static int key(Outcome outcome, int cent) {
    return outcome == Outcome.YES ? cent : -cent;
  }
}
