package pairdesk.sandbox.wire.kalshi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be subscribed to. */
enum Channel {
  ORDERBOOK_DELTA(true, true),
  TICKER(false, false),
  TRADE(true, false),
  FILL(false, false),
  USER_ORDERS(false, false),
  MARKET_POSITIONS(false, false),
  MARKET_LIFECYCLE_V2(true, false),
  MULTIVARIATE_MARKET_LIFECYCLE(true, false),
  ORDER_GROUP_UPDATES(true, false),
  COMMUNICATIONS(false, false);

  /** Whether its messages are numbered. */
  final boolean numbered;

  /** Whether the markets must be named. */
  final boolean needsMarkets;

  Channel(boolean numbered, boolean needsMarkets) {
    this.numbered = numbered;
    this.needsMarkets = needsMarkets;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Channel> of(String label) {
    return Arrays.stream(values()).filter(c -> c.label().equals(label)).findFirst();
  }
}
