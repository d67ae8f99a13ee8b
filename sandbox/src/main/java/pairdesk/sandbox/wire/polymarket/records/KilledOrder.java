package pairdesk.sandbox.wire.polymarket.records;

import java.time.Instant;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.OrderTerms;

/**
 * An order that was to fill wholly at once and did not: it never was in the book, but its owner's
 * stream tells of it.
 */
public record KilledOrder(
    String id, AccountId account, OrderTerms terms, Origins.Origin origin, Instant at) {
  public static final String WHY =
      "order couldn't be fully filled. FOK orders are fully filled or killed.";
}
