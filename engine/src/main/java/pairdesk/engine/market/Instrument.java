package pairdesk.engine.market;

/** One outcome of one market on one venue: what is bought. */
public record Instrument(MarketId market, Outcome outcome) implements Comparable<Instrument> {
  public VenueId venue() {
    return market.venue();
  }

  public Instrument opposite() {
    return new Instrument(market, outcome.opposite());
  }

  @Override
  public int compareTo(Instrument other) {
    int byMarket = market.compareTo(other.market);
    return byMarket == 0 ? outcome.compareTo(other.outcome) : byMarket;
  }

  @Override
  public String toString() {
    return market + "/" + outcome;
  }
}
