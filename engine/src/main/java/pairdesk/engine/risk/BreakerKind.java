package pairdesk.engine.risk;

import java.util.Optional;
import pairdesk.engine.market.VenueId;

/** The automatic stops: what each is called, what it stops, and whether a person may reset it. */
public enum BreakerKind {
  FAILED_EXECUTIONS("failed-executions", Consequence.ENTRIES_OFF, true),
  /** Ends with the UTC day, never before. */
  DAY_LOSS("day-loss", Consequence.ENTRIES_OFF, false),
  DRAWDOWN("drawdown", Consequence.HALT, true),
  /** Per venue. */
  LATENCY("latency", Consequence.MONITOR, false),
  /** Per venue. */
  FEED("feed", Consequence.MONITOR, false),
  /** Per venue. */
  CLOCK("clock", Consequence.NO_ORDERS, false),
  JOURNAL("journal", Consequence.ENTRIES_OFF, false),
  COMMIT("commit", Consequence.ENTRIES_OFF, false),
  ROW_REFUSED("row-refused", Consequence.ENTRIES_OFF, true),
  STALL("engine-stall", Consequence.ENTRIES_OFF, true),
  /** Per venue. */
  UNKNOWN_ORDERS("unknown-orders", Consequence.VENUE_ENTRIES_OFF, false),
  ORDER_RATE("order-rate", Consequence.HALT, true),
  IDENTITY("identity", Consequence.HALT, true);

  private final String code;
  private final Consequence consequence;
  private final boolean resettable;

  BreakerKind(String code, Consequence consequence, boolean resettable) {
    this.code = code;
    this.consequence = consequence;
    this.resettable = resettable;
  }

  /** As it is stored: {@code day-loss}. */
  public String code() {
    return code;
  }

  /** The name of the one that watches a venue: {@code clock:kalshi}. */
  public String at(VenueId venue) {
    return code + ":" + venue;
  }

  public Consequence consequence() {
    return consequence;
  }

  /** Whether a person may reset it; the others let go by themselves when their cause is gone. */
  public boolean isResettable() {
    return resettable;
  }

  /** Which kind a stored name is; empty for one that this version does not know. */
  public static Optional<BreakerKind> parse(String name) {
    int colon = name.indexOf(':');
    String code = colon < 0 ? name : name.substring(0, colon);
    for (BreakerKind kind : values()) {
      if (kind.code.equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Whether a stored name is about this venue: its own, or one that is about all of them. */
  static boolean concerns(String name, VenueId venue) {
    int colon = name.indexOf(':');
    return colon < 0 || name.substring(colon + 1).equals(venue.code());
  }
}
