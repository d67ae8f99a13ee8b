package pairdesk.matching.score;

import pairdesk.matching.candidate.Frequencies;

/** Cosine of the canonical headlines' trigram vectors: likeness below the word. */
record GramCosine() implements Feature {

  @Override
  public String name() {
    return "gramCosine";
  }

  @Override
  public double value(Comparison pair) {
    int[] left = pair.leftProfile().grams();
    int[] right = pair.rightProfile().grams();
    double common = 0;
    for (int l = 0, r = 0; l < left.length && r < right.length; ) {
      if (left[l] == right[r]) {
        common += square(pair.frequencies().weight(left[l]));
      }
      int step = Integer.compare(left[l], right[r]);
      l += step <= 0 ? 1 : 0;
      r += step >= 0 ? 1 : 0;
    }
    double lengths = norm(left, pair.frequencies()) * norm(right, pair.frequencies());
    return lengths == 0 ? 0 : common / lengths;
  }

  private static double norm(int[] grams, Frequencies frequencies) {
    double sum = 0;
    for (int gram : grams) {
      sum += square(frequencies.weight(gram));
    }
    return Math.sqrt(sum);
  }

  private static double square(double value) {
    return value * value;
  }
}
