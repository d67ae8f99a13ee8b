package pairdesk.matching.candidate;

/** A sparse vector: ascending keys, each with its weight. Immutable; the arrays are not copied. */
final class Vector {
  private final long[] keys;
  private final double[] weights;
  private final double length;

  Vector(long[] keys, double[] weights) {
    this.keys = keys;
    this.weights = weights;
    double sum = 0;
    for (double weight : weights) {
      sum += weight * weight;
    }
    this.length = Math.sqrt(sum);
  }

  double weight(int at) {
    return weights[at];
  }

  /** 0 to 1 for weights that are not negative; 0 when either vector is nothing. */
  double cosine(Vector other) {
    double common = 0;
    for (int l = 0, r = 0; l < keys.length && r < other.keys.length; ) {
      if (keys[l] == other.keys[r]) {
        common += weights[l] * other.weights[r];
      }
      int step = Long.compare(keys[l], other.keys[r]);
      l += step <= 0 ? 1 : 0;
      r += step >= 0 ? 1 : 0;
    }
    double lengths = length * other.length;
    return lengths == 0 ? 0 : common / lengths;
  }
}
