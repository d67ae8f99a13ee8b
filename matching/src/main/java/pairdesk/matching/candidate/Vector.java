package pairdesk.matching.candidate;

import java.util.function.LongToDoubleFunction;
import pairdesk.matching.text.KeySet;

/** A sparse vector: keys, each with its weight. Immutable. */
final class Vector {
  private final KeySet keys;
  private final float[] weights;
  private final double length;

  Vector(KeySet keys, LongToDoubleFunction weight) {
    this.keys = keys;
    this.weights = new float[keys.size()];
    double sum = 0;
    for (int at = 0; at < weights.length; at++) {
      weights[at] = (float) weight.applyAsDouble(keys.at(at));
      sum += (double) weights[at] * weights[at];
    }
    this.length = Math.sqrt(sum);
  }

  float weight(int at) {
    return weights[at];
  }

  /** 0 to 1 for weights that are not negative; 0 when either vector is nothing. */
  double cosine(Vector other) {
    double common = 0;
    int left = 0;
    int right = 0;
    while (left < weights.length && right < other.weights.length) {
      long here = keys.at(left);
      long there = other.keys.at(right);
      if (here == there) {
        common += (double) weights[left] * other.weights[right];
      }
      left += here <= there ? 1 : 0;
      right += here >= there ? 1 : 0;
    }
    double lengths = length * other.length;
    return lengths == 0 ? 0 : Math.min(1, common / lengths);
  }
}
