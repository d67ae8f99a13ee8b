package pairdesk.matching.fit;

import java.util.List;

/**
 * Logistic regression by Newton's method with a ridge on standardised features. Small and exact, so
 * that a refit gives the same weights on every machine.
 */
final class LogisticFit {
  private static final int STEPS = 40;

  private final List<Example> examples;
  private final double ridge;
  private final double[] mean;
  private final double[] spread;

  /** A weight for each feature, and what is added to their sum. */
  static final class Line {
    private final double[] weights;
    private final double bias;

    Line(double[] weights, double bias) {
      this.weights = weights.clone();
      this.bias = bias;
    }

    double bias() {
      return bias;
    }

    double weight(int feature) {
      return weights[feature];
    }

    double at(Example example) {
      double sum = bias;
      for (int at = 0; at < weights.length; at++) {
        sum += weights[at] * example.value(at);
      }
      return sum;
    }

    /** The same line, its values multiplied and shifted. */
    Line scaled(double slope, double shift) {
      double[] scaled = weights.clone();
      for (int at = 0; at < scaled.length; at++) {
        scaled[at] *= slope;
      }
      return new Line(scaled, bias * slope + shift);
    }
  }

  private LogisticFit(List<Example> examples, double ridge) {
    this.examples = examples;
    this.ridge = ridge;
    int width = examples.getFirst().values().length;
    this.mean = new double[width];
    this.spread = new double[width];
    for (int at = 0; at < width; at++) {
      int column = at;
      double average = examples.stream().mapToDouble(e -> e.value(column)).average().orElse(0);
      double variance =
          examples.stream()
              .mapToDouble(e -> Math.pow(e.value(column) - average, 2))
              .average()
              .orElse(0);
      mean[at] = average;
      spread[at] = Math.sqrt(variance) + 1e-9;
    }
  }

  /**
   * @param ridge how strongly weights are drawn to zero
   */
  static Line fit(List<Example> examples, double ridge) {
    return new LogisticFit(examples, ridge).solve();
  }

  private Line solve() {
    int width = mean.length;
    double[] weights = new double[width + 1];
    for (int step = 0; step < STEPS; step++) {
      double[][] curvature = new double[width + 1][width + 2];
      for (int at = 0; at <= width; at++) {
        curvature[at][at] = at == width ? 1e-6 : ridge;
        curvature[at][width + 1] = at == width ? 0 : ridge * weights[at];
      }
      examples.forEach(example -> add(example, weights, curvature));
      double[] change = Gauss.solve(curvature);
      for (int at = 0; at <= width; at++) {
        weights[at] -= change[at];
      }
    }
    return plain(weights);
  }

  private void add(Example example, double[] weights, double[][] curvature) {
    int width = mean.length;
    double[] row = new double[width + 1];
    double sum = weights[width];
    row[width] = 1;
    for (int at = 0; at < width; at++) {
      row[at] = (example.value(at) - mean[at]) / spread[at];
      sum += weights[at] * row[at];
    }
    double likelihood = 1 / (1 + Math.exp(-sum));
    double error = likelihood - (example.same() ? 1 : 0);
    double slope = likelihood * (1 - likelihood);
    for (int i = 0; i <= width; i++) {
      curvature[i][width + 1] += row[i] * error;
      for (int j = 0; j <= width; j++) {
        curvature[i][j] += slope * row[i] * row[j];
      }
    }
  }

  /** From standardised features back to plain ones. */
  private Line plain(double[] weights) {
    int width = mean.length;
    double bias = weights[width];
    double[] plain = new double[width];
    for (int at = 0; at < width; at++) {
      plain[at] = weights[at] / spread[at];
      bias -= plain[at] * mean[at];
    }
    return new Line(plain, bias);
  }
}
