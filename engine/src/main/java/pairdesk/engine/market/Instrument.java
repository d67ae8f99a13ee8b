package pairdesk.engine.market;

import java.util.Comparator;

/** One outcome of one market on one venue: what is bought. */
public record Instrument(MarketId market, Outcome outcome) implements Comparable<Instrument> {
  private static final Comparator<Instrument> ORDER =
      Comparator.comparing(Instrument::market).thenComparing(Instrument::outcome);

  public VenueId venue() {
    return market.venue();
  }

  public Instrument opposite() {
    return new Instrument(market, outcome.opposite());
  }

  @Override
  public int compareTo(Instrument other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return market + "/" + outcome;
  }
}
