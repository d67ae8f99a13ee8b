package pairdesk.matching.score;

/** Cosine of the canonical headlines' trigram vectors: likeness below the word. */
record GramCosine() implements Feature {

  @Override
  public String name() {
    return "gramCosine";
  }

  @Override
  public double value(Comparison pair) {
    return pair.leftSide().gramCosine(pair.rightSide());
  }
}
