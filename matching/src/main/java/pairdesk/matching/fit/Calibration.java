package pairdesk.matching.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether a score means what it says: of the pairs scored about 90, nine in ten should be right.
 *
 * @param buckets ten of equal width, those without any pair left out
 * @param tenths ten of as many pairs each, from the least score to the greatest
 * @param brier mean square of score minus truth, both between 0 and 1; 0 is perfect
 */
public record Calibration(List<Bucket> buckets, List<Bucket> tenths, double brier) {
  private static final int BUCKETS = 10;

  /**
   * Pairs whose scores lie together.
   *
   * @param score their mean score, 0 to 1
   * @param truth the share of them that is right
   * @param chance how far apart the two would lie on average if every score were exactly right: few
   *     pairs never show their odds
   */
  public record Bucket(int pairs, double score, double truth, double chance) {
    static Bucket of(List<Refit.Answer> inside) {
      double score = inside.stream().mapToDouble(Refit.Answer::score).average().orElse(0);
      double right = inside.stream().filter(Refit.Answer::right).count();
      return new Bucket(inside.size(), score, right / inside.size(), chance(inside));
    }

    double error() {
      return Math.abs(score - truth);
    }

    private static double chance(List<Refit.Answer> inside) {
      double[] oddsOfRight = new double[inside.size() + 1];
      oddsOfRight[0] = 1;
      double expected = 0;
      for (int seen = 0; seen < inside.size(); seen++) {
        double score = inside.get(seen).score();
        expected += score;
        for (int right = seen + 1; right >= 0; right--) {
          double one = right == 0 ? 0 : oddsOfRight[right - 1] * score;
          oddsOfRight[right] = oddsOfRight[right] * (1 - score) + one;
        }
      }
      double distance = 0;
      for (int right = 0; right < oddsOfRight.length; right++) {
        distance += oddsOfRight[right] * Math.abs(right - expected);
      }
      return distance / inside.size();
    }
  }

  public static Calibration of(List<Refit.Answer> answers) {
    double brier =
        answers.stream()
            .mapToDouble(answer -> Math.pow(answer.score() - (answer.right() ? 1 : 0), 2))
            .average()
            .orElse(0);
    return new Calibration(ofEqualWidth(answers), ofEqualCount(answers), brier);
  }

  private static List<Bucket> ofEqualWidth(List<Refit.Answer> answers) {
    List<Bucket> buckets = new ArrayList<>();
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      int here = bucket;
      List<Refit.Answer> inside =
          answers.stream()
              .filter(answer -> Math.min(BUCKETS - 1, (int) (answer.score() * BUCKETS)) == here)
              .toList();
      if (!inside.isEmpty()) {
        buckets.add(Bucket.of(inside));
      }
    }
    return List.copyOf(buckets);
  }

  private static List<Bucket> ofEqualCount(List<Refit.Answer> answers) {
    List<Refit.Answer> sorted =
        answers.stream().sorted(Comparator.comparingDouble(Refit.Answer::score)).toList();
    List<Bucket> tenths = new ArrayList<>();
    for (int tenth = 0; tenth < BUCKETS; tenth++) {
      int from = sorted.size() * tenth / BUCKETS;
      int to = sorted.size() * (tenth + 1) / BUCKETS;
      if (from < to) {
        tenths.add(Bucket.of(sorted.subList(from, to)));
      }
    }
    return List.copyOf(tenths);
  }

  /** In points of 100, each bucket by the number of its pairs. */
  public double meanError() {
    double pairs = buckets.stream().mapToInt(Bucket::pairs).sum();
    return 100 * buckets.stream().mapToDouble(b -> b.error() * b.pairs()).sum() / pairs;
  }

  /** In points of 100, each bucket of equal width alike, however few pairs it holds. */
  public double meanErrorOfBuckets() {
    return meanError(buckets);
  }

  /** In points of 100, over the ten buckets of as many pairs each. */
  public double meanErrorOfTenths() {
    return meanError(tenths);
  }

  /** What {@link #meanErrorOfBuckets} would be on average if every score were exactly right. */
  public double meanChanceOfBuckets() {
    return 100 * buckets.stream().mapToDouble(Bucket::chance).average().orElse(0);
  }

  private static double meanError(List<Bucket> buckets) {
    return 100 * buckets.stream().mapToDouble(Bucket::error).average().orElse(0);
  }
}
