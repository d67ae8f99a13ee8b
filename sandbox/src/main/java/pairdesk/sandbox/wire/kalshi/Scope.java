package pairdesk.sandbox.wire.kalshi;

import java.time.Instant;
import pairdesk.sandbox.wire.WireRequest;

/** Which of an account's records a query is about: ticker, event, shard, subaccount and time. */
final class Scope {
  private final Filters filters;
  private final Listings listings;
  private final boolean primary;

  Scope(WireRequest request, Listings listings) {
    this.filters = new Filters(request);
    this.listings = listings;
    this.primary = filters.allows("subaccount", "0");
  }

  /** There is the primary subaccount alone, so that a query for another finds nothing. */
  boolean covers(String ticker) {
    String event = listings.market(ticker).map(l -> l.event().ticker()).orElse("");
    String shard = String.valueOf(listings.shardOf(ticker).orElse(0));
    return primary
        && filters.allows("ticker", ticker)
        && filters.allowsIn("event_ticker", event)
        && filters.allows("exchange_index", shard);
  }

  boolean covers(String ticker, Instant at) {
    return covers(ticker) && filters.within("ts", at);
  }
}
