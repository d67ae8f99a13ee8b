package pairdesk.matching.fit;

import pairdesk.matching.score.Comparison;
import pairdesk.matching.score.Features;
import pairdesk.matching.veto.Vetoes;

/** One labelled pair as the fit sees it. Immutable. */
public final class Example {
  private final String topic;
  private final double[] values;
  private final boolean vetoed;
  private final boolean same;

  Example(String topic, double[] values, boolean vetoed, boolean same) {
    this.topic = topic;
    this.values = values.clone();
    this.vetoed = vetoed;
    this.same = same;
  }

  /**
   * @param topic pairs of one topic are never on both sides of a measurement
   * @param same what a person said
   */
  public static Example of(String topic, Comparison pair, Features features, boolean same) {
    return new Example(topic, features.values(pair), !Vetoes.against(pair).isEmpty(), same);
  }

  String topic() {
    return topic;
  }

  double[] values() {
    return values.clone();
  }

  double value(int feature) {
    return values[feature];
  }

  boolean vetoed() {
    return vetoed;
  }

  boolean same() {
    return same;
  }
}
