package pairdesk.matching.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The probability that two propositions are one question, by logistic regression over {@link
 * Features}. Weights come from a resource that a documented command refits. Immutable.
 */
public final class Scorer {
  private final double bias;
  private final double[] weights;

  Scorer(double bias, double[] weights) {
    this.bias = bias;
    this.weights = weights.clone();
  }

  /** Fails when the resource lacks a feature: a silent zero would change every score. */
  public static Scorer load() {
    try (InputStream in = Scorer.class.getResourceAsStream("weights.json")) {
      if (in == null) {
        throw new IllegalStateException("weights.json missing from the jar");
      }
      JsonNode file = new ObjectMapper().readTree(in);
      List<String> names = Features.names();
      double[] weights = new double[names.size()];
      for (int at = 0; at < weights.length; at++) {
        weights[at] = file.path("weights").required(names.get(at)).doubleValue();
      }
      return new Scorer(file.required("bias").doubleValue(), weights);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("weights.json", unreadable);
    }
  }

  double bias() {
    return bias;
  }

  double[] weights() {
    return weights.clone();
  }

  /** Between 0 and 1. */
  public double likelihood(Comparison pair) {
    return likelihood(Features.values(pair));
  }

  double likelihood(double[] values) {
    double sum = bias;
    for (int at = 0; at < values.length; at++) {
      sum += weights[at] * values[at];
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
