package pairdesk.sandbox.wire.kalshi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be subscribed to. */
enum Channel {
  ORDERBOOK_DELTA(true, Names.MARKETS_NEEDED),
  TICKER(false, Names.MARKETS),
  TRADE(true, Names.MARKETS),
  FILL(false, Names.MARKETS),
  USER_ORDERS(false, Names.MARKETS),
  MARKET_POSITIONS(false, Names.MARKETS),
  MARKET_LIFECYCLE_V2(true, Names.NONE),
  /** The sandbox lists no combinations: nothing is told. */
  MULTIVARIATE_MARKET_LIFECYCLE(true, Names.NONE),
  ORDER_GROUP_UPDATES(true, Names.NONE),
  /** The sandbox has no requests for quotes: nothing is told. */
  COMMUNICATIONS(false, Names.NONE),
  CFBENCHMARKS_VALUE(true, Names.INDICES),
  CFBENCHMARKS_VALUE_5HZ(true, Names.INDICES),
  PYTH_VALUE(true, Names.UNDERLYINGS);

  /** Whether its messages are numbered. */
  final boolean numbered;

  final Names names;

  Channel(boolean numbered, Names names) {
    this.numbered = numbered;
    this.names = names;
  }

  /** What a subscription narrows the channel by. */
  enum Names {
    NONE,
    /** All where none are named. */
    MARKETS,
    MARKETS_NEEDED,
    INDICES,
    UNDERLYINGS;

    /** Whether no names mean all of them. */
    boolean isOpen() {
      return this == NONE || this == MARKETS;
    }
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Channel> of(String label) {
    return Arrays.stream(values()).filter(c -> c.label().equals(label)).findFirst();
  }
}
