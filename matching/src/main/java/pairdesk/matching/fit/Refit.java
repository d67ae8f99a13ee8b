package pairdesk.matching.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pairdesk.matching.score.Features;
import pairdesk.matching.score.Scorer;
import pairdesk.matching.score.Weights;

/**
 * Weights from labelled pairs, and how they fare on topics that they have not seen.
 *
 * <p>A fit is too sure of itself on what it has not seen. So each fit is followed by a second one
 * of a slope and a shift, on the scores that other fits gave to topics held out from them; both are
 * folded into the weights.
 */
public final class Refit {
  private static final int FOLDS = 5;
  private static final int FEWEST_TOPICS = 2 * FOLDS;
  private static final double RIDGE = 3.0;
  private static final double HARDLY = 0.01;

  private Refit() {}

  /**
   * What came of it.
   *
   * @param foldOf topic to the fold in which it was held out
   * @param ofFold for each fold the weights fitted without its topics
   * @param unseen for each example, in their order, the score by weights that never saw its topic
   */
  public record Result(
      Weights weights, Map<String, Integer> foldOf, List<Weights> ofFold, List<Answer> unseen) {
    public Result {
      ofFold = List.copyOf(ofFold);
      unseen = List.copyOf(unseen);
    }
  }

  /**
   * A score and the truth.
   *
   * @param score 0 to 1
   */
  public record Answer(double score, boolean right) {}

  /** Fails with {@link IllegalArgumentException} when there are too few topics to hold any out. */
  public static Result of(List<Example> examples, Features features, String source) {
    Map<String, Integer> foldOf = Folds.byTopic(examples, FOLDS);
    if (foldOf.size() < FEWEST_TOPICS) {
      throw new IllegalArgumentException(
          "a fit needs pairs of %d topics or more, got %d".formatted(FEWEST_TOPICS, foldOf.size()));
    }
    List<Weights> ofFold = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      ofFold.add(
          weights(fit(Folds.choose(examples, foldOf, fold, false)), features, "all other topics"));
    }
    List<Scorer> scorers = ofFold.stream().map(weights -> new Scorer(weights, features)).toList();
    List<Answer> unseen =
        examples.stream()
            .map(example -> {
              Scorer scorer = scorers.get(foldOf.getOrDefault(example.topic(), 0));
              return new Answer(
                  scorer.likelihood(example.values(), example.vetoed()), example.same());
            })
            .toList();
    return new Result(weights(fit(examples), features, source), foldOf, ofFold, unseen);
  }

  private static LogisticFit.Line fit(List<Example> examples) {
    LogisticFit.Line line = LogisticFit.fit(examples, RIDGE);
    Map<String, Integer> foldOf = Folds.byTopic(examples, FOLDS);
    List<Example> heldOut = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      LogisticFit.Line others = LogisticFit.fit(Folds.choose(examples, foldOf, fold, false), RIDGE);
      for (Example example : Folds.choose(examples, foldOf, fold, true)) {
        if (!example.vetoed()) {
          heldOut.add(
              new Example(
                  example.topic(), new double[] {others.at(example)}, false, example.same()));
        }
      }
    }
    LogisticFit.Line second = LogisticFit.fit(heldOut, HARDLY);
    return line.scaled(second.weight(0), second.bias());
  }

  private static Weights weights(LogisticFit.Line line, Features features, String source) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (String name : features.names()) {
      values.put(name, line.weight(values.size()));
    }
    return new Weights(source, line.bias(), values);
  }
}
