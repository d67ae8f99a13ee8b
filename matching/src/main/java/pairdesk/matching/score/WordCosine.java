package pairdesk.matching.score;

import java.util.Set;
import pairdesk.matching.candidate.Frequencies;
import pairdesk.matching.candidate.Profile;

/** Cosine of the headlines' word vectors, rare words weighing more. */
record WordCosine() implements Feature {

  @Override
  public String name() {
    return "wordCosine";
  }

  @Override
  public double value(Comparison pair) {
    Frequencies frequencies = pair.frequencies();
    Set<String> right = pair.rightProfile().words();
    double common = 0;
    for (String word : pair.leftProfile().words()) {
      common += right.contains(word) ? square(frequencies.weight(word)) : 0;
    }
    double lengths = norm(pair.leftProfile(), frequencies) * norm(pair.rightProfile(), frequencies);
    return lengths == 0 ? 0 : common / lengths;
  }

  private static double norm(Profile profile, Frequencies frequencies) {
    return Math.sqrt(
        profile.words().stream().mapToDouble(word -> square(frequencies.weight(word))).sum());
  }

  private static double square(double value) {
    return value * value;
  }
}
