package pairdesk.matching.fit;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a score means what it says: of the pairs scored about 90, nine in ten should be right.
 *
 * @param buckets ten of equal width, those without any pair left out
 * @param brier mean square of score minus truth, both between 0 and 1; 0 is perfect
 */
public record Calibration(List<Bucket> buckets, double brier) {
  private static final int BUCKETS = 10;

  /**
   * Pairs whose scores lie in one tenth of the scale.
   *
   * @param score their mean score, 0 to 1
   * @param truth the share of them that is right
   */
  public record Bucket(int pairs, double score, double truth) {
    double error() {
      return Math.abs(score - truth);
    }
  }

  public static Calibration of(List<Refit.Answer> answers) {
    List<Bucket> buckets = new ArrayList<>();
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      int here = bucket;
      List<Refit.Answer> inside =
          answers.stream().filter(answer -> bucketOf(answer.score()) == here).toList();
      if (!inside.isEmpty()) {
        double score = inside.stream().mapToDouble(Refit.Answer::score).average().orElse(0);
        double truth = inside.stream().filter(Refit.Answer::right).count();
        buckets.add(new Bucket(inside.size(), score, truth / inside.size()));
      }
    }
    double brier =
        answers.stream()
            .mapToDouble(answer -> Math.pow(answer.score() - (answer.right() ? 1 : 0), 2))
            .average()
            .orElse(0);
    return new Calibration(List.copyOf(buckets), brier);
  }

  private static int bucketOf(double score) {
    return Math.min(BUCKETS - 1, (int) (score * BUCKETS));
  }

  /** In points of 100, each bucket by the number of its pairs. */
  public double meanError() {
    double pairs = buckets.stream().mapToInt(Bucket::pairs).sum();
    return 100 * buckets.stream().mapToDouble(b -> b.error() * b.pairs()).sum() / pairs;
  }

  /** In points of 100, each bucket alike. */
  public double meanErrorOfBuckets() {
    return 100 * buckets.stream().mapToDouble(Bucket::error).average().orElse(0);
  }
}
