package pairdesk.matching.score;

/**
 * The probability that two propositions are one question, by logistic regression over {@link
 * Features}. Immutable, shared between threads.
 */
public final class Scorer {
  /** What is left of a likelihood when the pair contradicts itself. */
  private static final double VETOED = 0.1;

  private final double bias;
  private final double[] weights;
  private final Features features;

  /**
   * Fails with {@link IllegalArgumentException} when the weights need a feature that is not there,
   * or say nothing of one that is.
   */
  public Scorer(Weights weights, Features features) {
    this.bias = weights.bias();
    this.weights = features.names().stream().mapToDouble(weights::value).toArray();
    this.features = features;
    if (weights.needSentences() && !features.names().contains(SentenceCosine.NAME)) {
      throw new IllegalArgumentException(
          "these weights were fitted with a model of sentences, and none is configured");
    }
  }

  /**
   * Between 0 and 1.
   *
   * @param vetoed a contradiction was found; such a pair keeps a tenth of its likelihood
   */
  public double likelihood(Comparison pair, boolean vetoed) {
    return likelihood(features.values(pair), vetoed);
  }

  /** The same of the values of {@link Features#values}. */
  public double likelihood(double[] values, boolean vetoed) {
    double likelihood = 1 / (1 + Math.exp(-evidence(values)));
    return vetoed ? VETOED * likelihood : likelihood;
  }

  /** The weighed sum before it becomes a probability: 0 is an even chance. */
  public double evidence(double[] values) {
    double sum = bias;
    for (int at = 0; at < weights.length; at++) {
      sum += weights[at] * values[at];
    }
    return sum;
  }
}
