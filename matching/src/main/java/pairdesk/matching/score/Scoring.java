package pairdesk.matching.score;

/**
 * By which weights a pair is scored: by the same for all in use; by those that never saw its topic
 * when the matcher is measured.
 */
@FunctionalInterface
public interface Scoring {
  Scorer of(Comparison pair);

  /** Fails as {@link Scorer} does. */
  static Scoring by(Weights weights, Features features) {
    Scorer scorer = new Scorer(weights, features);
    return pair -> scorer;
  }
}
