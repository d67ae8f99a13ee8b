package pairdesk.matching.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Precision and recall of scored answers, ties counted against the matcher. */
public final class Ranking {
  private final List<Point> points = new ArrayList<>();

  private record Point(double precision, double recall) {
    double f1() {
      return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
  }

  /**
   * @param known how many right answers there are, found or not
   */
  public Ranking(List<Refit.Answer> answers, long known) {
    List<Refit.Answer> sorted = new ArrayList<>(answers);
    sorted.sort(Comparator.comparingDouble(Refit.Answer::score).reversed());
    int right = 0;
    for (int at = 0; at < sorted.size(); at++) {
      right += sorted.get(at).right() ? 1 : 0;
      boolean last = at + 1 == sorted.size();
      if (last || sorted.get(at + 1).score() != sorted.get(at).score()) {
        points.add(new Point((double) right / (at + 1), (double) right / known));
      }
    }
  }

  public double averagePrecision() {
    double sum = 0;
    double recall = 0;
    for (Point point : points) {
      sum += point.precision() * (point.recall() - recall);
      recall = point.recall();
    }
    return sum;
  }

  public double bestF1() {
    return points.stream().mapToDouble(Point::f1).max().orElse(0);
  }

  public double recallAtPrecision(double precision) {
    return points.stream()
        .filter(point -> point.precision() >= precision)
        .mapToDouble(Point::recall)
        .max()
        .orElse(0);
  }
}
