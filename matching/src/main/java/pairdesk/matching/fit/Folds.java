package pairdesk.matching.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Divides topics, never the pairs of one topic. */
final class Folds {
  private Folds() {}

  /** Topic to fold: the largest topic first, each to the fold with the fewest pairs so far. */
  static Map<String, Integer> byTopic(List<Example> examples, int folds) {
    Map<String, Integer> sizes = new HashMap<>();
    examples.forEach(example -> sizes.merge(example.topic(), 1, Integer::sum));
    List<String> topics = new ArrayList<>(sizes.keySet());
    Collections.sort(topics);
    topics.sort((a, b) -> Integer.compare(sizes.getOrDefault(b, 0), sizes.getOrDefault(a, 0)));
    int[] load = new int[folds];
    Map<String, Integer> foldOf = new TreeMap<>();
    for (String topic : topics) {
      int lightest = 0;
      for (int fold = 1; fold < folds; fold++) {
        lightest = load[fold] < load[lightest] ? fold : lightest;
      }
      foldOf.put(topic, lightest);
      load[lightest] += sizes.getOrDefault(topic, 0);
    }
    return foldOf;
  }

  /** Examples of a fold, or those of all others. */
  static List<Example> choose(
      List<Example> examples, Map<String, Integer> foldOf, int fold, boolean inside) {
    return examples.stream()
        .filter(example -> (foldOf.getOrDefault(example.topic(), 0) == fold) == inside)
        .toList();
  }
}
