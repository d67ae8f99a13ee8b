package pairdesk.sandbox.exchange;

import java.time.Instant;
import java.util.List;
import pairdesk.engine.market.MarketId;

/**
 * Fees that markets charge from a moment on.
 *
 * @param ticker of the series, the event or the market that they are announced for
 */
public record FeeChange(
    String id, Scope scope, String ticker, List<MarketId> markets, FeeTerms fees, Instant at) {

  /** For what a venue announces new fees. */
  public enum Scope {
    SERIES,
    EVENT,
    MARKET
  }

  public FeeChange {
    markets = List.copyOf(markets);
  }
}
