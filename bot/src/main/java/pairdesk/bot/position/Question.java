package pairdesk.bot.position;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.Relation;

/**
 * One question: a pair, or several that have markets in common.
 *
 * @param pairs that ask it, by number
 * @param direct whether YES of a market is YES of the question
 * @param isConsistent false when the pairs' relations contradict each other: then nothing says what
 *     is matched by what
 */
record Question(List<Pair> pairs, Map<MarketId, Boolean> direct, boolean isConsistent) {
  Question {
    pairs = List.copyOf(pairs);
    direct = Map.copyOf(direct);
  }

  /** The number of its first pair. */
  PairId id() {
    return pairs.getFirst().id();
  }

  /**
   * Whether this one pays when the answer is YES.
   *
   * @throws NullPointerException when its market does not ask this question
   */
  boolean affirms(Instrument instrument) {
    boolean isDirect = Objects.requireNonNull(direct.get(instrument.market()));
    return isDirect == (instrument.outcome() == Outcome.YES);
  }

  /** The question of each market that a pair has. */
  static Map<MarketId, Question> byMarket(List<Pair> pairs) {
    var ofMarket = new HashMap<MarketId, List<Pair>>();
    for (Pair pair : pairs) {
      ofMarket.computeIfAbsent(pair.left(), _ -> new ArrayList<>()).add(pair);
      ofMarket.computeIfAbsent(pair.right(), _ -> new ArrayList<>()).add(pair);
    }
    var questions = new HashMap<MarketId, Question>();
    pairs.stream()
        .sorted(BY_NUMBER)
        .filter(pair -> !questions.containsKey(pair.left()))
        .forEach(pair -> {
          Question question = around(pair.left(), ofMarket);
          question.direct().keySet().forEach(market -> questions.put(market, question));
        });
    return questions;
  }

  private static final Comparator<Pair> BY_NUMBER = Comparator.comparingLong(p -> p.id().value());

  /** Everything that hangs together with this market. */
  private static Question around(MarketId first, Map<MarketId, List<Pair>> ofMarket) {
    var direct = new HashMap<MarketId, Boolean>(Map.of(first, true));
    var found = new ArrayList<Pair>();
    boolean consistent = true;
    var open = new ArrayDeque<MarketId>(List.of(first));
    while (!open.isEmpty()) {
      MarketId market = open.remove();
      for (Pair pair : ofMarket.getOrDefault(market, List.of())) {
        boolean isLeft = market.equals(pair.left());
        MarketId other = isLeft ? pair.right() : pair.left();
        boolean told = direct.getOrDefault(market, true) == (pair.relation() == Relation.SAME);
        Boolean before = direct.putIfAbsent(other, told);
        if (before == null) {
          open.add(other);
        }
        consistent &= before == null || before == told;
        if (isLeft) {
          found.add(pair);
        }
      }
    }
    found.sort(BY_NUMBER);
    return new Question(found, direct, consistent);
  }
}
