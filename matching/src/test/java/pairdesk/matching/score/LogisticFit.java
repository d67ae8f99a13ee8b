package pairdesk.matching.score;

import java.util.List;

/**
 * Logistic regression by Newton's method with a ridge on standardised features. Small and exact, so
 * that a refit gives the same weights on every machine.
 */
final class LogisticFit {
  private static final double RIDGE = 3.0;
  private static final int STEPS = 40;

  private LogisticFit() {}

  /** One labelled pair. */
  static final class Example {
    private final double[] values;
    private final boolean same;

    Example(double[] values, boolean same) {
      this.values = values.clone();
      this.same = same;
    }

    double[] values() {
      return values.clone();
    }
  }

  static Scorer fit(List<Example> examples) {
    int width = examples.getFirst().values.length;
    double[] mean = new double[width];
    double[] spread = new double[width];
    standardise(examples, mean, spread);
    double[] weights = new double[width + 1];
    for (int step = 0; step < STEPS; step++) {
      double[][] curvature = new double[width + 1][width + 2];
      for (int at = 0; at <= width; at++) {
        curvature[at][at] = at == width ? 1e-6 : RIDGE;
        curvature[at][width + 1] = at == width ? 0 : RIDGE * weights[at];
      }
      examples.forEach(example -> add(example, mean, spread, weights, curvature));
      double[] change = solve(curvature);
      for (int at = 0; at <= width; at++) {
        weights[at] -= change[at];
      }
    }
    return plain(weights, mean, spread);
  }

  private static void standardise(List<Example> examples, double[] mean, double[] spread) {
    for (int at = 0; at < mean.length; at++) {
      int column = at;
      mean[at] = examples.stream().mapToDouble(e -> e.values[column]).average().orElse(0);
      double variance =
          examples.stream()
              .mapToDouble(e -> Math.pow(e.values[column] - mean[column], 2))
              .average()
              .orElse(0);
      spread[at] = Math.sqrt(variance) + 1e-9;
    }
  }

  private static void add(
      Example example, double[] mean, double[] spread, double[] weights, double[][] curvature) {
    int width = mean.length;
    double[] row = new double[width + 1];
    double sum = weights[width];
    row[width] = 1;
    for (int at = 0; at < width; at++) {
      row[at] = (example.values[at] - mean[at]) / spread[at];
      sum += weights[at] * row[at];
    }
    double likelihood = 1 / (1 + Math.exp(-sum));
    double error = likelihood - (example.same ? 1 : 0);
    double slope = likelihood * (1 - likelihood);
    for (int i = 0; i <= width; i++) {
      curvature[i][width + 1] += row[i] * error;
      for (int j = 0; j <= width; j++) {
        curvature[i][j] += slope * row[i] * row[j];
      }
    }
  }

  /** Gauss elimination with pivots; the last column is the right-hand side. */
  private static double[] solve(double[][] rows) {
    int size = rows.length;
    for (int at = 0; at < size; at++) {
      int pivot = at;
      for (int below = at + 1; below < size; below++) {
        pivot = Math.abs(rows[below][at]) > Math.abs(rows[pivot][at]) ? below : pivot;
      }
      double[] swap = rows[at];
      rows[at] = rows[pivot];
      rows[pivot] = swap;
      for (int row = 0; row < size; row++) {
        double factor = row == at ? 0 : rows[row][at] / rows[at][at];
        for (int column = at; factor != 0 && column <= size; column++) {
          rows[row][column] -= factor * rows[at][column];
        }
      }
    }
    double[] solution = new double[size];
    for (int at = 0; at < size; at++) {
      solution[at] = rows[at][size] / rows[at][at];
    }
    return solution;
  }

  private static Scorer plain(double[] weights, double[] mean, double[] spread) {
    int width = mean.length;
    double bias = weights[width];
    double[] plain = new double[width];
    for (int at = 0; at < width; at++) {
      plain[at] = weights[at] / spread[at];
      bias -= plain[at] * mean[at];
    }
    return new Scorer(bias, plain);
  }
}
