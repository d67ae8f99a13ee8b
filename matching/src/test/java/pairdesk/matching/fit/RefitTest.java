package pairdesk.matching.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pairdesk.matching.score.Features;

class RefitTest {
  private static final long SEED = 20_261_120L;

  @Test
  void findsTheLineThatMadeTheLabels() {
    List<Example> examples = new ArrayList<>();
    Random random = new Random(SEED);
    for (int at = 0; at < 20_000; at++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      double likelihood = 1 / (1 + Math.exp(-(2 * a - b + 0.5)));
      examples.add(
          new Example("any", new double[] {a, b}, false, random.nextDouble() < likelihood));
    }
    LogisticFit.Line line = LogisticFit.fit(examples, 0.01);
    assertEquals(2.0, line.weight(0), 0.1, "seed " + SEED);
    assertEquals(-1.0, line.weight(1), 0.1, "seed " + SEED);
    assertEquals(0.5, line.bias(), 0.1, "seed " + SEED);
  }

  @Test
  void scoresNoTopicByAFitThatSawIt() {
    // In each topic the first feature means the opposite of what it means elsewhere: whoever has
    // seen the topic is right, whoever has not is wrong.
    List<Example> examples = new ArrayList<>();
    for (int topic = 0; topic < 10; topic++) {
      boolean turned = topic == 3;
      for (int at = 0; at < 40; at++) {
        boolean same = at % 2 == 0;
        double[] values = new double[Features.USUAL.names().size()];
        values[0] = same == turned ? 0 : 1;
        examples.add(new Example("topic" + topic, values, false, same));
      }
    }
    List<Refit.Answer> unseen = Refit.of(examples, Features.USUAL, "test").unseen();
    assertTrue(
        IntStream.range(120, 160)
            .allMatch(at -> unseen.get(at).score() > 0.5 != unseen.get(at).right()));
    assertTrue(
        IntStream.range(0, 120)
            .allMatch(at -> unseen.get(at).score() > 0.5 == unseen.get(at).right()));
  }

  @Test
  void balancesWholeTopicsOverFolds() {
    List<Example> examples = new ArrayList<>();
    for (int topic = 0; topic < 10; topic++) {
      for (int at = 0; at <= topic; at++) {
        examples.add(new Example("topic" + topic, new double[0], false, true));
      }
    }
    var folds = Folds.byTopic(examples, 5);
    assertEquals(10, folds.size());
    for (int fold = 0; fold < 5; fold++) {
      assertEquals(11, Folds.choose(examples, folds, fold, true).size(), folds.toString());
      assertEquals(44, Folds.choose(examples, folds, fold, false).size(), folds.toString());
    }
  }

  @Test
  void refusesTooFewTopics() {
    var one = new Example("only", new double[Features.USUAL.names().size()], false, true);
    var problem =
        assertThrows(
            IllegalArgumentException.class, () -> Refit.of(List.of(one), Features.USUAL, "test"));
    assertEquals("a fit needs pairs of 10 topics or more, got 1", problem.getMessage());
  }
}
