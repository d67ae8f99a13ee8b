package pairdesk.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import pairdesk.bot.rehearsal.MadeMarkets;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.Pair;

/**
 * A thousand approved pairs with books, and for each the book of Kalshi as it is after a change.
 */
final class MadePairs {
  static final int COUNT = 1_000;

  private static final long SEED = 20261120;
  private static final List<Integer> WITHOUT_GAP = List.of(52, 54, 58);
  private static final List<Integer> WITH_GAP = List.of(40, 44, 50);
  private static final List<Integer> OPPOSITE = List.of(50, 54, 60);

  private final List<Made> all = new ArrayList<>(COUNT);

  /**
   * One pair: YES is cheap on Kalshi where there is a gap, NO is offered at 50 on Polymarket.
   *
   * @param before Kalshi's YES
   * @param after the same with another size at its best ask
   */
  record Made(Pair pair, Market kalshi, Market polymarket, Quote before, Quote after, Quote no) {

    Book yesBook(boolean changed) {
      return (changed ? after : before).book(kalshi.id().yes(), changed ? 2 : 1);
    }

    Book noBook() {
      return no.book(polymarket.id().no(), 1);
    }
  }

  MadePairs(boolean gap) {
    var random = new SplittableRandom(SEED);
    for (int i = 0; i < COUNT; i++) {
      var before = new Quote(gap ? WITH_GAP : WITHOUT_GAP, shares(random));
      Quote after = before.withFirst(random.nextInt(20, 400));
      all.add(
          new Made(
              MadeMarkets.pair(i),
              MadeMarkets.kalshi(i),
              MadeMarkets.polymarket(i),
              before,
              after,
              new Quote(OPPOSITE, shares(random))));
    }
  }

  List<Made> all() {
    return all;
  }

  private static List<Integer> shares(SplittableRandom random) {
    return List.of(random.nextInt(20, 400), random.nextInt(20, 400), random.nextInt(20, 400));
  }
}
