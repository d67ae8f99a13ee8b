package pairdesk.engine.market;

/**
 * One yes-or-no question on one venue.
 *
 * @param code the venue's own key: Kalshi's ticker, Polymarket's condition id (0x and 64 hex
 *     digits)
 */
public record MarketId(VenueId venue, String code) implements Comparable<MarketId> {
  public MarketId {
    if (code.isBlank() || code.length() > 200) {
      throw new IllegalArgumentException("market code: " + code);
    }
  }

  public static MarketId kalshi(String ticker) {
    return new MarketId(VenueId.KALSHI, ticker);
  }

  public static MarketId polymarket(String condition) {
    return new MarketId(VenueId.POLYMARKET, condition);
  }

  public Instrument yes() {
    return new Instrument(this, Outcome.YES);
  }

  public Instrument no() {
    return new Instrument(this, Outcome.NO);
  }

  @Override
  public int compareTo(MarketId other) {
    int byVenue = venue.compareTo(other.venue);
    return byVenue == 0 ? code.compareTo(other.code) : byVenue;
  }

  @Override
  public String toString() {
    return venue + ":" + code;
  }
}
