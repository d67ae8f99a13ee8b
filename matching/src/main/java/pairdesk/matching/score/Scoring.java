package pairdesk.matching.score;

/**
 * By which weights a pair is scored: by the same for all in use; by those that never saw its topic
 * when the matcher is measured.
 */
@FunctionalInterface
public interface Scoring {
  Scorer of(Comparison pair);

  static Scoring by(Weights weights) {
    Scorer scorer = new Scorer(weights);
    return pair -> scorer;
  }
}
