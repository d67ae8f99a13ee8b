package pairdesk.matching.score;

/** Cosine of the headlines' word vectors, rare words weighing more. */
record WordCosine() implements Feature {

  @Override
  public String name() {
    return "wordCosine";
  }

  @Override
  public double value(Comparison pair) {
    return pair.leftSide().wordCosine(pair.rightSide());
  }
}
