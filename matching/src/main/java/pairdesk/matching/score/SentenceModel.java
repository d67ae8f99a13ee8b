package pairdesk.matching.score;

/**
 * A model of sentences from outside, where one is configured: two that mean the like get vectors
 * that point the same way. Safe for many threads; the same sentence always gets the same vector.
 */
@FunctionalInterface
public interface SentenceModel {

  /** Of length one. May take milliseconds. */
  float[] vector(String sentence);
}
