package pairdesk.engine.market;

/**
 * A place to trade.
 *
 * @param code lower case letters, {@code kalshi}
 */
public record VenueId(String code) implements Comparable<VenueId> {
  public static final VenueId KALSHI = new VenueId("kalshi");
  public static final VenueId POLYMARKET = new VenueId("polymarket");

  public VenueId {
    if (!code.matches("[a-z]{2,20}")) {
      throw new IllegalArgumentException("venue code: " + code);
    }
  }

  /** As people write it: {@code Kalshi}. */
  public String label() {
    return Character.toUpperCase(code.charAt(0)) + code.substring(1);
  }

  @Override
  public int compareTo(VenueId other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
