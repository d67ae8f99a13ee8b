package pairdesk.bot.position;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.portfolio.Position;

/**
 * Everything that is held, each instrument once.
 *
 * @param pairs those with unhedged shares first, the dearest of them in front; then by number
 * @param alone what belongs to no pair in force: other strategies' positions, and what is left of
 *     pairs that have ended; by instrument
 */
public record Holdings(List<Holding> pairs, List<HeldLeg> alone) {
  private static final Comparator<Holding> UNHEDGED_FIRST =
      Comparator.comparing((Holding holding) -> holding.unhedged().isZero())
          .thenComparing(Comparator.comparing(Holding::unhedgedCost).reversed())
          .thenComparingLong(holding -> holding.id().value());

  public Holdings {
    pairs = List.copyOf(pairs);
    alone = List.copyOf(alone);
  }

  /**
   * Sorts positions by pairs.
   *
   * @param pairs in force: those that a person has approved and nobody has taken back
   */
  public static Holdings of(Collection<Position> positions, List<Pair> pairs, Marks marks) {
    Map<MarketId, Question> questions = Question.byMarket(pairs);
    var asked = new TreeMap<Long, Question>();
    var ofQuestion = new TreeMap<Long, List<Position>>();
    var alone = new ArrayList<HeldLeg>();
    for (Position position : held(positions)) {
      Question question = questions.get(position.instrument().market());
      if (question == null) {
        alone.add(new HeldLeg(position, Quantity.ZERO, marks.of(position.instrument())));
      } else {
        asked.put(question.id().value(), question);
        ofQuestion.computeIfAbsent(question.id().value(), _ -> new ArrayList<>()).add(position);
      }
    }
    List<Holding> sorted =
        asked.entrySet().stream()
            .map(one ->
                Holding.of(one.getValue(), ofQuestion.getOrDefault(one.getKey(), List.of()), marks))
            .sorted(UNHEDGED_FIRST)
            .toList();
    return new Holdings(sorted, alone);
  }

  private static List<Position> held(Collection<Position> positions) {
    return positions.stream()
        .filter(position -> !position.quantity().isZero())
        .sorted(Comparator.comparing(Position::instrument))
        .toList();
  }

  public boolean isEmpty() {
    return pairs.isEmpty() && alone.isEmpty();
  }

  /** What is held of this pair, by whichever of its question's numbers. */
  public Optional<Holding> of(PairId pair) {
    return pairs.stream()
        .filter(holding -> holding.pairs().stream().anyMatch(p -> p.id().equals(pair)))
        .findFirst();
  }

  /** All instruments, those of pairs first. */
  public Stream<HeldLeg> legs() {
    return Stream.concat(pairs.stream().flatMap(pair -> pair.legs().stream()), alone.stream());
  }

  /** The sums. */
  public Totals totals() {
    return Totals.of(this);
  }
}
