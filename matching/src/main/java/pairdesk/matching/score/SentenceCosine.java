package pairdesk.matching.score;

import pairdesk.engine.market.Listing;

/** Cosine of what a model of sentences makes of both questions. */
record SentenceCosine(SentenceModel model) implements Feature {
  static final String NAME = "sentenceCosine";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public double value(Comparison pair) {
    float[] left = model.vector(sentence(pair.left().listing()));
    float[] right = model.vector(sentence(pair.right().listing()));
    double cosine = 0;
    for (int at = 0; at < left.length; at++) {
      cosine += (double) left[at] * right[at];
    }
    return Math.clamp(cosine, -1, 1);
  }

  private static String sentence(Listing listing) {
    String title = listing.texts().title();
    String outcome = listing.names().group();
    return outcome.isBlank() || title.contains(outcome) ? title : title + " " + outcome;
  }
}
